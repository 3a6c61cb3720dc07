package dev.migrate.engine.connect;

import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where connections come from, and what becomes of them afterwards. Immutable. */
public interface ConnectionSource {

  /**
   * Opens a connection, or takes the one that was handed over.
   *
   * @throws DatabaseException if there is none
   */
  OpenConnection open();

  /**
   * Whether the connections are opened, and closed, by this library.
   *
   * @return false for a connection that was handed over
   */
  default boolean isOwner() {
    return true;
  }

  /** Connections of a data source; each is closed after the work. */
  static ConnectionSource of(DataSource dataSource) {
    return new ConnectionSource() {
      @Override
      public OpenConnection open() {
        @Nullable Connection connection;
        try {
          connection = BusyRetry.ask(dataSource::getConnection, Dialects::isBusy);
        } catch (SQLException | RuntimeException failure) {
          throw unavailable(failure);
        }
        if (connection == null) {
          throw unavailable(new SQLException("the DataSource returned null"));
        }
        return new OpenConnection(connection, connection);
      }
    };
  }

  /** A connection that the caller opened and closes. */
  static ConnectionSource of(Connection connection) {
    return new ConnectionSource() {
      @Override
      public OpenConnection open() {
        requireIdle(connection);
        return new OpenConnection(connection, () -> {});
      }

      @Override
      public boolean isOwner() {
        return false;
      }
    };
  }

  /**
   * Connections of JDBI; each is closed after the work.
   *
   * @param jdbi what opens them
   */
  static ConnectionSource of(Jdbi jdbi) {
    return new ConnectionSource() {
      @Override
      public OpenConnection open() {
        Handle handle;
        try {
          handle = jdbi.open();
        } catch (RuntimeException failure) {
          throw unavailable(failure);
        }
        return new OpenConnection(handle.getConnection(), handle);
      }
    };
  }

  private static void requireIdle(Connection connection) {
    try {
      if (connection.isClosed()) {
        throw new DatabaseException(
            Facts.of("the connection is closed")
                .with("left", "nothing was changed")
                .next("hand over an open one, or a DataSource"));
      }
      if (!connection.getAutoCommit()) {
        throw new DatabaseException(
            Facts.of("the connection is inside a transaction: its auto-commit is off")
                .with("left", "nothing was changed, and the transaction goes on")
                .next("commit and call setAutoCommit(true) first, or hand over a DataSource"));
      }
    } catch (SQLException failure) {
      throw unavailable(failure);
    }
  }

  private static DatabaseException unavailable(Exception failure) {
    Exception reported = Secrets.without(failure);
    return new DatabaseException(
        Facts.of("there is no connection to the database")
            .with("problem", String.valueOf(reported.getMessage()))
            .with("left", "nothing was changed")
            .next(
                "check that the database runs, the URL, the driver on the class path, the user, and"
                    + " that the pool is open"),
        reported);
  }
}
