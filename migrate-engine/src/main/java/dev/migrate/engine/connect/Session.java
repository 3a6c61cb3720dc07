package dev.migrate.engine.connect;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A connection in auto-commit mode together with its dialect, for as long as one call needs it.
 * Closing it restores what was changed of the connection; the connection itself belongs to its
 * {@link ConnectionSource}. Not thread-safe.
 */
public final class Session implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommit;
  private final Dialect dialect;
  private final Handle handle;

  private Session(Connection connection, boolean autoCommit, Dialect dialect, Handle handle) {
    this.connection = connection;
    this.autoCommit = autoCommit;
    this.dialect = dialect;
    this.handle = handle;
  }

  /**
   * Begins to work on a connection.
   *
   * @param connection an open connection outside a transaction
   * @param given the dialect, if the user handed one over
   * @return the session
   * @throws DatabaseException if the connection does not work, or there is no dialect for it
   */
  public static Session on(Connection connection, Optional<Dialect> given) {
    try {
      Dialect dialect =
          given.isPresent()
              ? given.get()
              : Dialects.forProduct(DatabaseProduct.of(connection.getMetaData()));
      boolean autoCommit = connection.getAutoCommit();
      if (!autoCommit) {
        connection.setAutoCommit(true);
      }
      return new Session(connection, autoCommit, dialect, Jdbi.create(connection).open());
    } catch (SQLException failure) {
      throw failed("the connection does not work", failure);
    }
  }

  /**
   * The connection.
   *
   * @return the connection in auto-commit mode
   */
  public Connection connection() {
    return connection;
  }

  /**
   * The connection as JDBI has it.
   *
   * @return the handle; nobody closes it
   */
  public Handle handle() {
    return handle;
  }

  /**
   * The dialect.
   *
   * @return the dialect
   */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Checks that the database can be changed. Some drivers ask the server for it, so it is not asked
   * where there is nothing to do.
   *
   * @throws DatabaseException if it is read-only
   */
  public void requireWritable() {
    try {
      if (connection.isReadOnly()) {
        throw new DatabaseException(
            Facts.of("the connection is read-only")
                .with("left", "nothing was changed")
                .next("point the migrator at the primary, with a connection that can write"),
            null);
      }
    } catch (SQLException failure) {
      throw failed("the connection does not work", failure);
    }
  }

  /**
   * Whether nothing is seen but what others have committed.
   *
   * @return false if the isolation level lets more be seen
   * @throws DatabaseException if the connection does not work
   */
  public boolean readsCommitted() {
    try {
      return dialect.readsCommitted(connection);
    } catch (SQLException failure) {
      throw failed("the connection does not work", failure);
    }
  }

  /** Gives the connection back as it was. */
  @Override
  public void close() {
    try {
      if (!autoCommit && !connection.isClosed()) {
        connection.setAutoCommit(false);
      }
    } catch (SQLException failure) {
      throw failed("the connection could not be given back as it was", failure);
    }
  }

  /**
   * A failure that is the database's, not a statement's.
   *
   * @param problem what happened
   * @param failure what the driver threw
   * @return the exception
   */
  public static DatabaseException failed(String problem, SQLException failure) {
    return new DatabaseException(
        Facts.of(problem)
            .with(
                "database",
                "SQLState "
                    + failure.getSQLState()
                    + ", code "
                    + failure.getErrorCode()
                    + ": "
                    + failure.getMessage())
            .with("left", "nothing was changed by this")
            .next("check that the database runs and the rights of the user, and call again"),
        failure);
  }
}
