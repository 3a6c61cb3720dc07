package dev.migrate.schema;

import java.util.Optional;

/**
 * Makes the column an identity column, or an ordinary one.
 *
 * @param mode the new mode; empty for an ordinary column
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
