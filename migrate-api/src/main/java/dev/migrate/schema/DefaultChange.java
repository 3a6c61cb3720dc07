package dev.migrate.schema;

import java.util.Optional;

/**
 * A new default, or none.
 *
 * @param value the new default; empty for none
 */
public record DefaultChange(Optional<DefaultValue> value) implements ColumnChange {

  /** A default of NULL is none. */
  public DefaultChange {
    value = value.filter(known -> !known.equals(Literal.NULL));
  }

  @Override
  public <R> R accept(ColumnChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Column applyTo(Column column) {
    return column.withDefault(value);
  }

  @Override
  public ColumnChange restoring(Column before) {
    return new DefaultChange(before.defaultValue());
  }

  @Override
  public String toString() {
    return value.map(d -> "default " + d).orElse("no default");
  }
}
