package dev.migrate.schema;

import java.util.Objects;

/**
 * How a column is computed from others.
 *
 * @param expression the computation
 * @param stored whether the value is kept on disk rather than computed when read
 */
public record Generated(Expression expression, boolean stored) {

  /** Checks that it is there. */
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
