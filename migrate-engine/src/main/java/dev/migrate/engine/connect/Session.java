package dev.migrate.engine.connect;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection in auto-commit mode together with its dialect, for as long as one call needs it.
 * Closing it restores what was changed of the connection; the connection itself belongs to its
 * {@link ConnectionSource}. Not thread-safe.
 */
public final class Session implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommit;
  private final Dialect dialect;
  private @Nullable String schema;

  private Session(Connection connection, boolean autoCommit, Dialect dialect) {
    this.connection = connection;
    this.autoCommit = autoCommit;
    this.dialect = dialect;
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
      return new Session(connection, autoCommit, dialect);
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
   * The dialect.
   *
   * @return the dialect
   */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Checks that the database can be changed, and remembers what a revision may change of the
   * connection. Some drivers ask the server for it, so it is not asked where there is nothing to
   * do.
   *
   * @throws DatabaseException if it is read-only
   */
  public void requireWritable() {
    try {
      schema = schema();
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

  private @Nullable String schema() throws SQLException {
    try {
      return connection.getSchema();
    } catch (SQLFeatureNotSupportedException without) {
      return null;
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

  /**
   * Does work in a transaction, which is committed if the work returns, and rolled back if it
   * throws anything.
   *
   * @param work the work
   * @param uncommitted says that the transaction could not be committed
   * @throws DatabaseException if no transaction can begin
   */
  public void inTransaction(
      Runnable work, Function<SQLException, ? extends RuntimeException> uncommitted) {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException failure) {
      throw failed("no transaction can begin", failure);
    }
    try {
      work.run();
      commit(uncommitted);
    } catch (RuntimeException | Error failure) {
      rollBack(failure);
      throw failure;
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException failure) {
      throw failed("the connection broke after a commit", failure);
    }
  }

  private void commit(Function<SQLException, ? extends RuntimeException> uncommitted) {
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw uncommitted.apply(failure);
    }
  }

  /** Auto-commit stays off if nothing could be rolled back: switching it on would commit. */
  private void rollBack(Throwable failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException | RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  /** Gives the connection back as it was. */
  @Override
  public void close() {
    try {
      if (connection.isClosed()) {
        return;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      if (schema != null && !schema.equals(connection.getSchema())) {
        connection.setSchema(schema);
      }
      if (!autoCommit) {
        connection.setAutoCommit(false);
      }
    } catch (SQLException failure) {
      throw new DatabaseException(
          Facts.of("the connection could not be given back as it was")
              .with("problem", text(failure))
              .with("left", "everything was done before")
              .next("check that the database runs; nothing has to be done again"),
          failure);
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
            .with("database", text(failure))
            .with("left", "nothing was changed by this")
            .next("check that the database runs and the rights of the user, and call again"),
        failure);
  }

  /**
   * What the driver says, in one line or more.
   *
   * @param failure what the driver threw
   * @return the SQLState, the vendor's code and the message
   */
  public static String text(SQLException failure) {
    return "SQLState "
        + failure.getSQLState()
        + ", code "
        + failure.getErrorCode()
        + ": "
        + failure.getMessage();
  }
}
