package dev.migrate.dialect.sqlite;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tables as SQLite creates them. Immutable.
 *
 * @param definitions what stands inside of statements
 * @param version the database's version
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
record SqliteTables(SqliteDefinitions definitions, SqliteVersion version) {

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
}
