package dev.migrate.schema;

import java.util.Objects;

/** A column together with its table. */
public record ColumnName(QualifiedName table, String column) {

  /** Checks the names. */
  public ColumnName {
    Objects.requireNonNull(table, "table");
    NameRules.require("column", column);
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
