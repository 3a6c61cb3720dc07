package dev.migrate.dialect.ansi;

import java.sql.SQLException;

/** Work on a connection that leaves something to remove. */
@FunctionalInterface
public interface ScratchWork<T> {

  /**
   * Does the work.
   *
   * @throws SQLException if a statement fails
   */
  T run() throws SQLException;

  /**
   * Does the work, and then removes what it left, whether the work failed or not. If both fail, the
   * failure of the work is thrown, and has the other one as suppressed.
   *
   * @param removal removes what the work left
   * @throws SQLException if a statement fails
   */
  default T thenRemoved(Removal removal) throws SQLException {
    T result;
    try {
      result = run();
    } catch (SQLException | RuntimeException | Error failure) {
      try {
        removal.run();
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
    removal.run();
    return result;
  }

  /** Removes what some work left. */
  @FunctionalInterface
  interface Removal {

    /**
     * Removes it.
     *
     * @throws SQLException if a statement fails
     */
    void run() throws SQLException;
  }
}
