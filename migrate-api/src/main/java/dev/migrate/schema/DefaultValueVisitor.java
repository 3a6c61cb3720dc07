package dev.migrate.schema;

/**
 * What to do with each kind of default. Has no default methods: a new kind makes the compiler name
 * every place that must answer.
 *
 * @param <R> what comes of it
 */
public interface DefaultValueVisitor<R> {

  /** Visits a constant. */
  R visit(Literal value);

  /** Visits the time at which the statement runs. */
  R visit(CurrentTimestamp value);

  /** Visits the day on which the statement runs. */
  R visit(CurrentDate value);

  /** Visits the next value of a sequence. */
  R visit(NextValue value);

  /** Visits an expression in the database's own words. */
  R visit(Expression value);

  /** Visits a default that differs by dialect. */
  R visit(VaryingDefault value);
}
