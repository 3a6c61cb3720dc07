package dev.migrate.schema;

import java.util.Objects;

/**
 * How a column is computed from others.
 *
 * @param stored whether the value is kept on disk rather than computed when read
 */
public record Generated(Expression expression, boolean stored) {

  /** Checks that it is there. */
  public Generated {
    Objects.requireNonNull(expression, "expression");
  }

  @Override
  public String toString() {
    return (stored ? "stored as (" : "virtual as (") + expression + ")";
  }
}
