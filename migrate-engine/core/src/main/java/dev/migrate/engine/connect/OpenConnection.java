package dev.migrate.engine.connect;

import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import java.sql.Connection;

/** A connection together with what opened it, which is closed after the work. */
public final class OpenConnection {

  private final Connection connection;
  private final AutoCloseable opened;

  OpenConnection(Connection connection, AutoCloseable opened) {
    this.connection = connection;
    this.opened = opened;
  }

  public Connection connection() {
    return connection;
  }

  /**
   * Closes it after work that succeeded.
   *
   * @throws DatabaseException if it cannot be closed
   */
  public void close() {
    try {
      opened.close();
    } catch (Exception failure) {
      throw new DatabaseException(
          Facts.of("the connection could not be closed")
              .with("problem", String.valueOf(failure.getMessage()))
              .with("left", "everything was done before")
              .next("check the pool; nothing has to be done again"),
          failure);
    }
  }

  /** Closes it after work that failed, which is not hidden by a failure of closing. */
  public void closeAfter(Throwable failure) {
    try {
      opened.close();
    } catch (Exception second) {
      failure.addSuppressed(second);
    }
  }
}
