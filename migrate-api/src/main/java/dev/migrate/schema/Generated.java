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

  @Override
  public String toString() {
    return (stored ? "stored as (" : "virtual as (") + expression + ")";
  }
}
