package dev.migrate.operation;

/** What Java code does to the data. */
@FunctionalInterface
public interface CodeBody {

  /**
   * Runs the code.
   *
   * @param context the connection to work on
   * @throws Exception if it fails; the revision then fails with it as the cause
   */
  void run(CodeContext context) throws Exception;
}
