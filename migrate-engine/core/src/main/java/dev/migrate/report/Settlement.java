package dev.migrate.report;

/** The answer to the question whether a statement in doubt was executed. */
public enum Settlement {
  /** The statement was executed as a whole: go on after it. */
  EXECUTED,
  /** The statement was not executed: run it. */
  NOT_EXECUTED
}
