package dev.migrate.dialect.sqlite;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the model allows and SQLite does not have; refused before anything runs. Immutable.
 *
 * @param tables how tables are written
 */
record SqliteRules(SqliteTables tables) {

  /** What SQLite keeps for itself. */
  private static final String RESERVED_PREFIX = "sqlite_";

  /** Refuses what SQLite cannot have. */
  void require(Table table) {
    requireName(table.name().name(), "table");
    table.indexes().forEach(index -> requireName(index.requiredName(), "index"));
    requireOptions(table);
    requireColumns(table);
    requireIdentity(table);
  }

  void requireName(String name, String kind) {
    if (name.toLowerCase(Locale.ROOT).startsWith(RESERVED_PREFIX)) {
      throw tables
          .definitions()
          .unsupported(
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
      throw tables
          .definitions()
          .unsupported(
              "the name " + name + ", which " + by + " has: " + taken + ",",
              "choose another name: tables, views and indexes share them, whatever their case");
    }
  }

  private void requireOptions(Table table) {
    for (String option : tables.options(table)) {
      if (!option.equals(SqliteTables.STRICT) && !option.equals(SqliteTables.WITHOUT_ROWID)) {
        throw tables
            .definitions()
            .unsupported(
                "the option " + option + " of table " + table.name(),
                "write STRICT or WITHOUT ROWID, or both with a comma, or leave it out");
      }
    }
    if (tables.isStrict(table) && !tables.version().isAtLeast(SqliteVersion.STRICT_TABLES)) {
      throw tables
          .definitions()
          .unsupported(
              "the STRICT table " + table.name(),
              "use SQLite "
                  + SqliteVersion.STRICT_TABLES
                  + ", which has them, or leave STRICT out");
    }
    if (tables.options(table).contains(SqliteTables.WITHOUT_ROWID)
        && table.primaryKey().isEmpty()) {
      throw tables
          .definitions()
          .unsupported(
              "the table " + table.name() + " WITHOUT ROWID and without a primary key",
              "give it a primary key, or leave WITHOUT ROWID out");
    }
  }

  private void requireColumns(Table table) {
    Set<String> seen = new HashSet<>();
    for (Column column : table.columns()) {
      if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
        throw tables
            .definitions()
            .unsupported(
                "a second column "
                    + column.name()
                    + " in table "
                    + table.name()
                    + ", in another case,",
                "choose a name that differs in more than the case of its letters");
      }
      if (column.type().on(tables.definitions().dialects()) instanceof ArrayType array) {
        tables.in(table).types(Schema.empty()).visit(array); // says why not
      }
    }
    if (table.columns().stream().allMatch(column -> column.generated().isPresent())) {
      throw tables
          .definitions()
          .unsupported(
              "the table " + table.name() + ", all of whose columns are computed,",
              "give it a column that is not");
    }
    for (String key : table.primaryKey().map(PrimaryKey::columns).orElse(List.of())) {
      if (table.column(key).generated().isPresent()) {
        throw tables
            .definitions()
            .unsupported(
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
        throw tables
            .definitions()
            .unsupported(
                what + " that is not alone the primary key",
                "make it the primary key: primaryKey(\""
                    + column.name()
                    + "\") in the same createTable(…), or leave identity() out");
      } else if (column.identityMode().filter(IdentityMode.ALWAYS::equals).isPresent()) {
        throw tables
            .definitions()
            .unsupported(
                what + " of which only the database gives the numbers", "write identity()");
      } else if (tables.options(table).contains(SqliteTables.WITHOUT_ROWID)) {
        throw tables
            .definitions()
            .unsupported(
                what + " of a table WITHOUT ROWID", "leave WITHOUT ROWID or identity() out");
      }
    }
  }
}
