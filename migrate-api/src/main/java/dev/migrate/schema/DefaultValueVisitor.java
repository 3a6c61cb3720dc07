package dev.migrate.schema;

/**
 * What to do with each kind of default. It has no default methods, so the compiler names every
 * place that has to handle a new kind.
 */
public interface DefaultValueVisitor<R> {

  /** Visits a constant. */
  R visit(Literal value);

  /** Visits the date and time of the insert. */
  R visit(CurrentTimestamp value);

  /** Visits the date of the insert. */
  R visit(CurrentDate value);

  /** Visits the next value of a sequence. */
  R visit(NextValue value);

  /** Visits an expression in the database's own words. */
  R visit(Expression value);

  /** Visits a default that differs by dialect. */
  R visit(VaryingDefault value);
}
