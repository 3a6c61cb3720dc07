package dev.migrate.schema;

/**
 * How a column is computed from others.
 *
 * @param expression the computation
 * @param stored whether the value is kept on disk rather than computed when read
 */
public record Generated(Expression expression, boolean stored) {

  @Override
  public String toString() {
    return (stored ? "stored as (" : "virtual as (") + expression + ")";
  }
}
