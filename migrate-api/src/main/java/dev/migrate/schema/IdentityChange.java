package dev.migrate.schema;

import java.util.Optional;

/**
 * Whether the column is an identity column.
 *
 * @param mode the new value; empty for not at all
 */
public record IdentityChange(Optional<IdentityMode> mode) implements ColumnChange {

  @Override
  public <R> R accept(ColumnChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Column applyTo(Column column) {
    return column.withIdentity(mode);
  }

  @Override
  public ColumnChange restoring(Column before) {
    return new IdentityChange(before.identityMode());
  }

  @Override
  public String toString() {
    return mode.map(m -> m == IdentityMode.ALWAYS ? "identity always" : "identity")
        .orElse("no identity");
  }
}
