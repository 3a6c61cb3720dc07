package dev.migrate.schema;

/**
 * Makes the column nullable or NOT NULL.
 *
 * @param nullable whether it accepts NULL afterwards
 */
public record NullabilityChange(boolean nullable) implements ColumnChange {

  @Override
  public <R> R accept(ColumnChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Column applyTo(Column column) {
    return column.withNullable(nullable);
  }

  @Override
  public ColumnChange restoring(Column before) {
    return new NullabilityChange(before.nullable());
  }

  @Override
  public String toString() {
    return nullable ? "nullable" : "not null";
  }
}
