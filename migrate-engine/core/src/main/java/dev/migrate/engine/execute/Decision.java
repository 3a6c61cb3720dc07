package dev.migrate.engine.execute;

import dev.migrate.report.InDoubtException;
import dev.migrate.report.ScriptStep;

/** Decides by the schema whether a statement that failed was executed. */
public interface Decision {

  /**
   * Whether the statement was executed.
   *
   * @param number the number of the statement, from 1
   * @throws InDoubtException if the schema does not show it
   */
  boolean wasExecuted(ScriptStep step, int number);
}
