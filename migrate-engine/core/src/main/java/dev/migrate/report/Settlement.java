package dev.migrate.report;

/** The answer to whether a statement in doubt was executed. */
public enum Settlement {
  /** The statement was executed completely: continue after it. */
  EXECUTED,
  /** The statement was not executed: run it. */
  NOT_EXECUTED
}
