package dev.migrate.operation;

import java.sql.Connection;

/**
 * What Java code in a revision works with. Valid only while the code runs, and only in the thread
 * that runs it.
 */
public interface CodeContext {

  /**
   * The connection on which the migration runs, in a transaction. Must be neither closed nor
   * committed nor rolled back; statements opened on it should be closed.
   */
  Connection connection();

  /**
   * The connection as another type that the engine has it in, such as JDBI's {@code Handle}.
   *
   * @return the connection as that type; what it opens is closed by whoever opened it
   * @throws IllegalArgumentException if the engine does not have it in this type
   */
  <T> T unwrap(Class<T> type);
}
