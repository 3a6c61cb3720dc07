package dev.migrate.dialect.sqlite;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import java.util.Optional;

/**
 * An operation that can be part of rebuilding its table. Immutable.
 *
 * @param table the table
 * @param isRebuild whether {@code ALTER TABLE} cannot do it
 * @param added the column that it adds
 * @param altered the operation, if it changes a column
 * @param newIndex the name of an index that must not be taken
 */
record SqliteRebuildPart(
    QualifiedName table,
    boolean isRebuild,
    Optional<Column> added,
    Optional<AlterColumn> altered,
    Optional<String> newIndex) {

  static SqliteRebuildPart of(QualifiedName table, boolean isRebuild) {
    return new SqliteRebuildPart(
        table, isRebuild, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static SqliteRebuildPart adding(QualifiedName table, Column column, boolean isRebuild) {
    return new SqliteRebuildPart(
        table, isRebuild, Optional.of(column), Optional.empty(), Optional.empty());
  }

  static SqliteRebuildPart altering(AlterColumn operation) {
    return new SqliteRebuildPart(
        operation.table(), true, Optional.empty(), Optional.of(operation), Optional.empty());
  }

  static SqliteRebuildPart indexing(QualifiedName table, Optional<String> newIndex) {
    return new SqliteRebuildPart(table, false, Optional.empty(), Optional.empty(), newIndex);
  }
}
