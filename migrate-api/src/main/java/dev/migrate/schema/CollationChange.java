package dev.migrate.schema;

import java.util.Optional;

/**
 * A new collation, or none.
 *
 * @param collation the new collation; empty for the database's default
 */
public record CollationChange(Optional<String> collation) implements ColumnChange {

  /** Checks the name. */
  public CollationChange {
    collation.ifPresent(name -> NameRules.require("collation", name));
  }

  @Override
  public <R> R accept(ColumnChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Column applyTo(Column column) {
    return column.withCollation(collation);
  }

  @Override
  public ColumnChange restoring(Column before) {
    return new CollationChange(before.collation());
  }

  @Override
  public String toString() {
    return collation.map(c -> "collation " + c).orElse("no collation");
  }
}
