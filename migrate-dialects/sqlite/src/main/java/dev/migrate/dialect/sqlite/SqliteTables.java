package dev.migrate.dialect.sqlite;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tables as SQLite creates them, and what it cannot create. Immutable.
 *
 * @param definitions what stands inside of statements
 * @param version the database's version
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
record SqliteTables(SqliteDefinitions definitions, SqliteVersion version) {

  /** What SQLite keeps for itself. */
  private static final String RESERVED_PREFIX = "sqlite_";

  static final String STRICT = "STRICT";
  static final String WITHOUT_ROWID = "WITHOUT ROWID";

  /** The words after the closing bracket, in upper case and in order. */
  List<String> options(Table table) {
    return table
        .optionOn(definitions.dialects())
        .map(TableOption::sql)
        .map(SqliteTables::words)
        .orElse(List.of());
  }

  static List<String> words(String option) {
    return Arrays.stream(option.split(","))
        .map(word -> word.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  boolean isStrict(Table table) {
    return options(table).contains(STRICT);
  }

  /** What stands inside of statements about this table. */
  SqliteDefinitions in(Table table) {
    return definitions.strict(isStrict(table));
  }

  /** The column that SQLite numbers: the table's key is this column alone. */
  static Optional<Column> identity(Table table) {
    return table.columns().stream().filter(c -> c.identityMode().isPresent()).findFirst();
  }

  /**
   * The statement that creates a table without its indexes. Its texts do not name the table, which
   * may get another name for a moment.
   *
   * @param declared the table
   * @param name the name that it gets
   * @param schema the schema with the table in it
   */
  String create(Table declared, String name, Schema schema) {
    Table table = declared.unqualified();
    SqliteDefinitions inside = in(table);
    Optional<Column> identity = identity(table);
    List<String> lines = new ArrayList<>();
    for (Column column : table.columns()) {
      String key =
          identity.filter(column::equals).isEmpty()
              ? ""
              : " CONSTRAINT "
                  + definitions.names().name(table.primaryKey().orElseThrow().requiredName())
                  + " PRIMARY KEY AUTOINCREMENT";
      lines.add(inside.column(column, schema) + key);
    }
    for (Constraint constraint : keyFirst(table)) {
      if (identity.isEmpty() || !(constraint instanceof PrimaryKey)) {
        lines.add(inside.constraint(constraint, schema));
      }
    }
    String options = String.join(", ", options(table));
    return "CREATE TABLE "
        + definitions.names().name(name)
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n)"
        + (options.isEmpty() ? "" : " " + options);
  }

  /**
   * RENAME COLUMN overlooks an INTEGER column in unique constraints before its primary key, and
   * fails, up to SQLite 3.53 at least.
   */
  private static List<Constraint> keyFirst(Table table) {
    return table.constraints().stream()
        .sorted(Comparator.comparing(constraint -> !(constraint instanceof PrimaryKey)))
        .toList();
  }

  /** Refuses what SQLite cannot have. */
  void requirePossible(Table table) {
    requireName(table.name().name(), "table");
    table.indexes().forEach(index -> requireName(index.requiredName(), "index"));
    requireOptions(table);
    requireColumns(table);
    requireIdentity(table);
  }

  void requireName(String name, String kind) {
    if (name.toLowerCase(Locale.ROOT).startsWith(RESERVED_PREFIX)) {
      throw definitions.unsupported(
          "the " + kind + " " + name + ", a name that SQLite keeps for itself,",
          "choose a name that does not begin with " + RESERVED_PREFIX);
    }
  }

  /** Tables, views and indexes share one space of names, in which case does not count. */
  void requireFree(Schema schema, String name) {
    for (Table table : schema.tables()) {
      requireOther(name, table.name().name(), "a table");
      for (Index index : table.indexes()) {
        requireOther(name, index.requiredName(), "an index of table " + table.name());
      }
    }
    schema.views().forEach(view -> requireOther(name, view.name().name(), "a view"));
  }

  private void requireOther(String name, String taken, String by) {
    if (name.equalsIgnoreCase(taken)) {
      throw definitions.unsupported(
          "the name " + name + ", which " + by + " has: " + taken + ",",
          "choose another name: tables, views and indexes share them, whatever their case");
    }
  }

  private void requireOptions(Table table) {
    for (String option : options(table)) {
      if (!option.equals(STRICT) && !option.equals(WITHOUT_ROWID)) {
        throw definitions.unsupported(
            "the option " + option + " of table " + table.name(),
            "write STRICT or WITHOUT ROWID, or both with a comma, or leave it out");
      }
    }
    if (isStrict(table) && !version.isAtLeast(SqliteVersion.STRICT_TABLES)) {
      throw definitions.unsupported(
          "the STRICT table " + table.name(),
          "use SQLite " + SqliteVersion.STRICT_TABLES + ", which has them, or leave STRICT out");
    }
    if (options(table).contains(WITHOUT_ROWID) && table.primaryKey().isEmpty()) {
      throw definitions.unsupported(
          "the table " + table.name() + " WITHOUT ROWID and without a primary key",
          "give it a primary key, or leave WITHOUT ROWID out");
    }
  }

  private void requireColumns(Table table) {
    Set<String> seen = new HashSet<>();
    for (Column column : table.columns()) {
      if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
        throw definitions.unsupported(
            "a second column " + column.name() + " in table " + table.name() + ", in another case,",
            "choose a name that differs in more than the case of its letters");
      }
      if (column.type().on(definitions.dialects()) instanceof ArrayType array) {
        in(table).types(Schema.empty()).visit(array); // says why not
      }
    }
    if (table.columns().stream().allMatch(column -> column.generated().isPresent())) {
      throw definitions.unsupported(
          "the table " + table.name() + ", all of whose columns are computed,",
          "give it a column that is not");
    }
    for (String key : table.primaryKey().map(PrimaryKey::columns).orElse(List.of())) {
      if (table.column(key).generated().isPresent()) {
        throw definitions.unsupported(
            "the computed column " + key + " in the primary key of table " + table.name(),
            "make a unique constraint of it");
      }
    }
  }

  private void requireIdentity(Table table) {
    for (Column column : table.columns()) {
      if (column.identityMode().isEmpty()) {
        continue;
      }
      String what = "the identity column " + table.name() + "." + column.name();
      boolean alone =
          table.primaryKey().filter(k -> k.columns().equals(List.of(column.name()))).isPresent();
      if (!alone) {
        throw definitions.unsupported(
            what + " that is not alone the primary key",
            "make it the primary key: primaryKey(\""
                + column.name()
                + "\") in the same createTable(…), or leave identity() out");
      } else if (column.identityMode().filter(IdentityMode.ALWAYS::equals).isPresent()) {
        throw definitions.unsupported(
            what + " of which only the database gives the numbers", "write identity()");
      } else if (options(table).contains(WITHOUT_ROWID)) {
        throw definitions.unsupported(
            what + " of a table WITHOUT ROWID", "leave WITHOUT ROWID or identity() out");
      }
    }
  }
}
