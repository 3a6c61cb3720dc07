package dev.migrate.picture.schema;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * A foreign key as it is drawn. Immutable.
 *
 * @param isOptional whether the referring columns can be empty
 * @param isUnique whether at most one row refers to each row of the target
 * @param words what refers to what
 */
public record DrawnReference(
    QualifiedName from, QualifiedName to, boolean isOptional, boolean isUnique, String words) {

  static DrawnReference of(Table table, ForeignKey key) {
    String target = key.targetColumns().isEmpty() ? "" : " " + key.targetColumns();
    return new DrawnReference(
        table.name(),
        key.target(),
        key.columns().stream().anyMatch(column -> table.column(column).nullable()),
        table.hasKey(key.columns()),
        table.name() + " " + key.columns() + " references " + key.target() + target);
  }
}
