package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

/**
 * The data that a query, a piece of SQL or code reads or changes.
 *
 * @param table the table or view
 * @param columns the columns; empty for all, and for inserted or deleted rows
 */
public record DataReference(QualifiedName table, List<String> columns) {

  /** Checks and copies. */
  public DataReference {
    Objects.requireNonNull(table, "table");
    columns = columns.isEmpty() ? List.of() : NameRules.requireColumns("a reference", columns);
  }

  /**
   * The data of a table.
   *
   * @param table the table or view, as {@link QualifiedName#of} reads it
   * @param columns its columns; none for all
   */
  public static DataReference of(String table, String... columns) {
    return new DataReference(QualifiedName.of(table), NameRules.listed(columns));
  }

  @Override
  public String toString() {
    return columns.isEmpty() ? table.toString() : table + " " + columns;
  }
}
