package dev.migrate.engine.live;

import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ElementName.Kind;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Differences that there may not be: the database cannot be asked how it spells something, or hides
 * something from the user.
 *
 * @param inspected the database in its own words
 */
record UncertainEntries(LiveSchema database, Schema declared, Schema inspected) {

  /** Those of a difference. */
  SchemaDifference among(SchemaDifference difference) {
    boolean keys =
        difference.entries().stream().anyMatch(this::isMissingKey) && database.hidesForeignKeys();
    boolean spellings = !database.canBeAsked();
    return difference.where(
        entry -> (keys && isOfHiddenKey(entry)) || (spellings && mayBeSpelling(entry)));
  }

  private boolean isMissingKey(Entry entry) {
    return entry.isMissing() && isOfHiddenKey(entry);
  }

  /** A foreign key that seems to be missing, or the index that some databases create with it. */
  private boolean isOfHiddenKey(Entry entry) {
    ElementName name = entry.element();
    boolean isMissing = entry.isMissing() && name.kind() == Kind.CONSTRAINT;
    boolean isIndex = entry.isUnexpected() && name.kind() == Kind.INDEX;
    return (isMissing || isIndex)
        && Stream.of(declared, database.dialect().canonical(declared))
            .flatMap(schema -> schema.findTable(name.object()).stream())
            .flatMap((Table table) -> table.findConstraint(name.part().orElseThrow()).stream())
            .anyMatch(ForeignKey.class::isInstance);
  }

  /**
   * Whether only the database knows that both are the same: it can reduce an expression to a
   * constant, and has its own name for a type.
   */
  private boolean mayBeSpelling(Entry entry) {
    return entry.element().kind() == Kind.COLUMN
        && Stream.of(declared, inspected)
            .flatMap(schema -> column(schema, entry.element()).stream())
            .anyMatch(
                column ->
                    switch (entry.attribute().orElse("")) {
                      case "type" -> column.type() instanceof NativeType;
                      case "default" -> hasExpression(column);
                      default -> false;
                    });
  }

  private boolean hasExpression(Column column) {
    return column
        .defaultValue()
        .map(value -> value.on(database.dialect().names()))
        .filter(Expression.class::isInstance)
        .isPresent();
  }

  private static Optional<Column> column(Schema schema, ElementName name) {
    return schema
        .findTable(name.object())
        .flatMap(table -> table.findColumn(name.part().orElseThrow()));
  }
}
