package dev.migrate.schema;

/**
 * One method for each kind of change of a column, without defaults: a new kind is a method that
 * every visitor has to implement.
 *
 * @param <R> what a visit returns
 */
public interface ColumnChangeVisitor<R> {

  /** Another type. */
  R visit(TypeChange change);

  /** Another nullability. */
  R visit(NullabilityChange change);

  /** Another default. */
  R visit(DefaultChange change);

  /** Another identity. */
  R visit(IdentityChange change);

  /** Another collation. */
  R visit(CollationChange change);

  /** Another comment. */
  R visit(Comment change);
}
