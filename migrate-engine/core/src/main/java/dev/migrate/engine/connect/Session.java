package dev.migrate.engine.connect;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Place;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A connection in auto-commit mode together with its dialect, for as long as one call needs it.
 * Closing it restores what was changed of the connection; the connection itself belongs to its
 * {@link ConnectionSource}. Not thread-safe.
 */
public final class Session implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommit;
  private final boolean owned;
  private Dialect dialect;
  private Place place = Place.ONLY;
  private boolean usable = true;

  private Session(Connection connection, boolean autoCommit, boolean owned, Dialect dialect) {
    this.connection = connection;
    this.autoCommit = autoCommit;
    this.owned = owned;
    this.dialect = dialect;
  }

  /**
   * Begins to work on a connection.
   *
   * @param connection an open connection outside a transaction
   * @param given the dialect, if the user handed one over
   * @param owned whether this library opened it, and so may end it
   * @throws DatabaseException if the connection does not work or is inside a transaction, or there
   *     is no dialect for it
   */
  public static Session on(Connection connection, Optional<Dialect> given, boolean owned) {
    try {
      Dialect dialect =
          given.isPresent()
              ? given.get()
              : Dialects.forProduct(DatabaseProduct.of(connection.getMetaData()));
      boolean autoCommit = connection.getAutoCommit();
      if (!autoCommit) {
        requireIdle(connection, dialect);
        connection.setAutoCommit(true);
      }
      return new Session(connection, autoCommit, owned, dialect);
    } catch (SQLException failure) {
      throw failed("the connection does not work", failure);
    }
  }

  /** Switching auto-commit on would commit a transaction that the caller began. */
  private static void requireIdle(Connection connection, Dialect dialect) throws SQLException {
    if (dialect.transactions().isOpen(connection)) {
      throw new DatabaseException(
          Facts.of("the data source returned a connection that is inside a transaction")
              .with("left", "nothing was changed, and the transaction goes on")
              .next(
                  "call outside of the transaction (@Transactional, TransactionTemplate), or hand\n"
                      + "over the data source itself instead of one that takes part in it"));
    }
    connection.rollback(); // ends what the question itself began
  }

  /**
   * The connection.
   *
   * @return the connection in auto-commit mode
   */
  public Connection connection() {
    return connection;
  }

  /** The dialect. */
  public Dialect dialect() {
    return dialect;
  }

  /** The name of the database's user. */
  public String user() {
    try {
      String user = connection.getMetaData().getUserName();
      return user == null ? "unknown" : user;
    } catch (SQLException failure) {
      throw failed("the connection does not work", failure);
    }
  }

  /**
   * Where names without a namespace are for the rest of the call. From now on the dialect names the
   * schema in statements where that is needed.
   *
   * @param history the history table; if its name has no namespace, a schema must be current
   * @throws DatabaseException if no schema is current
   */
  public Place settle(QualifiedName history) {
    try {
      place = BusyRetry.ask(() -> dialect.place(connection), dialect::isBusy);
    } catch (SQLException failure) {
      throw failed("the current schema cannot be read", failure);
    }
    if (place.advice().isPresent() && history.namespace().isEmpty()) {
      throw new DatabaseException(
          Facts.of("no schema is current on this connection, so names mean nothing")
              .with("left", "nothing was changed")
              .next(place.advice().orElseThrow()));
    }
    dialect = dialect.at(place);
    return place;
  }

  /**
   * Where names without a namespace are.
   *
   * @return what {@link #settle} found
   */
  public Place place() {
    return place;
  }

  /**
   * Executes statements that concern the session alone.
   *
   * @param problem what is wrong if one of them fails
   * @throws DatabaseException if one of them fails
   */
  public void execute(List<String> statements, String problem) {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw failed(problem, failure);
    }
  }

  /**
   * Whether nothing can be changed, not even for this session alone. Some drivers ask the server.
   *
   * @throws DatabaseException if the connection does not work
   */
  public boolean isReadOnly() {
    try {
      return place.isReadOnly() || connection.isReadOnly();
    } catch (SQLException failure) {
      throw failed("the connection does not work", failure);
    }
  }

  /**
   * Checks that the database can be changed. Some drivers ask the server for it, so it is not asked
   * where there is nothing to do. A connection that was handed over can be inside a transaction
   * that was begun by SQL, of which its driver knows nothing.
   *
   * @throws DatabaseException if it is read-only, or inside a transaction
   */
  public void requireWritable() {
    try {
      if (isReadOnly()) {
        throw new DatabaseException(
            Facts.of(
                    place.isReadOnly()
                        ? "the database is read-only for this session"
                        : "the connection is read-only")
                .with("left", "nothing was changed")
                .next("point the migrator at the primary, with a connection that can write"));
      } else if (!owned && dialect.transactions().isOpen(connection)) {
        throw new DatabaseException(
            Facts.of("the connection is inside a transaction that was begun by SQL")
                .with("left", "nothing was changed, and the transaction goes on")
                .next("commit first, or hand over a DataSource"));
      }
    } catch (SQLException failure) {
      throw failed("the connection does not work", failure);
    }
  }

  /**
   * The connection could not be set back as it was. One of our own is ended when the session is
   * closed, so that no pool lends it again.
   *
   * @return what becomes of it, in words
   */
  public String abandon() {
    usable = false;
    return owned
        ? "the connection is closed, and no pool lends it again"
        : "the connection that was handed over is still so";
  }

  /**
   * Whether further statements can run: the connection is open, and in no transaction.
   *
   * @return false also if that cannot be found out
   */
  public boolean isIdle() {
    try {
      return usable && !connection.isClosed() && connection.getAutoCommit();
    } catch (SQLException broken) {
      return false;
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

  /**
   * SQL can have ended the transaction, so that the driver rolls back what is not there. If nothing
   * is open, auto-commit can be switched on without committing anything.
   */
  private void rollBack(Throwable failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException | RuntimeException second) {
      failure.addSuppressed(second);
      switchOn(failure);
    }
  }

  private void switchOn(Throwable failure) {
    try {
      if (!connection.getAutoCommit() && !dialect.transactions().isOpen(connection)) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException | RuntimeException third) {
      failure.addSuppressed(third);
    }
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        String left = abandon();
        failure.addSuppressed(
            new DatabaseException(
                Facts.of("the transaction could not be rolled back, and auto-commit is still off")
                    .with("left", left)
                    .next("roll back, or close the connection")));
      }
    } catch (SQLException | RuntimeException broken) {
      abandon();
    }
  }

  /** Gives the connection back as it was. */
  @Override
  public void close() {
    try {
      if (connection.isClosed()) {
        return;
      } else if (!usable && owned) {
        connection.abort(Runnable::run);
        return;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
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
