package dev.migrate.schema;

import java.util.Objects;

/**
 * How a column is computed from other columns.
 *
 * @param stored whether the value is stored rather than computed when read
 */
public record Generated(Expression expression, boolean stored) {

  /** Checks for null. */
  public Generated {
    Objects.requireNonNull(expression, "expression");
  }

  /** A copy with another computation. */
  public Generated withExpression(Expression other) {
    return new Generated(other, stored);
  }

  @Override
  public String toString() {
    return (stored ? "stored as (" : "virtual as (") + expression + ")";
  }
}
