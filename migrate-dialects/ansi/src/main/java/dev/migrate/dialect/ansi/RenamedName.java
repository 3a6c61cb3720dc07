package dev.migrate.dialect.ansi;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.function.UnaryOperator;

/**
 * A new name that texts of tables may mention.
 *
 * @param newName the name
 * @param tables the name that a table has after the renaming
 */
record RenamedName(String newName, UnaryOperator<QualifiedName> tables) {

  /** A renaming of something other than tables. */
  static RenamedName within(String newName) {
    return new RenamedName(newName, name -> name);
  }

  /** What a table is after the renaming. */
  Table renamed(Schema after, Table table) {
    return after.table(tables.apply(table.name()));
  }
}
