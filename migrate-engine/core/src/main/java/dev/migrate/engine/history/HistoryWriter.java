package dev.migrate.engine.history;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.report.DatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the history table on one connection, with statements that are prepared once for a run and
 * used for every revision in it, which halves the cost of the history. Not thread-safe.
 */
final class HistoryWriter implements AutoCloseable {

  /** The class of SQLStates that says that a constraint was violated. */
  private static final String INTEGRITY = "23";

  /** {@code unique_violation}: the constraint was a key, where a database reports it. */
  private static final String UNIQUE = "23505";

  private final Connection connection;
  private final HistorySql sql;
  private final HistoryReader reader;
  private final HistoryFailures failures;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private Fence fence = Fence.NONE;

  HistoryWriter(
      Connection connection,
      Dialect dialect,
      HistoryTable table,
      HistorySql sql,
      HistoryReader reader) {
    this.connection = connection;
    this.sql = sql;
    this.reader = reader;
    this.failures = new HistoryFailures(dialect, table);
  }

  void fencedBy(Fence by) {
    fence = by;
  }

  void clear() {
    write(sql.delete(), List.of(), "the history is as it was");
  }

  void insert(HistoryEntry entry, Provenance provenance, String operations) {
    List<@Nullable Object> values = new ArrayList<>();
    for (HistoryColumn column : HistoryColumn.ALL) {
      values.add(column.value(entry, provenance, operations));
    }
    try {
      write(
          sql.insert(),
          values,
          "revision " + entry.id() + " is not recorded, and nothing of it was changed");
    } catch (DatabaseException failure) {
      throw isState(failure, INTEGRITY) ? duplicate(entry.id(), failure) : failure;
    }
  }

  /** Changes columns of a row that must be as it was, or somebody else has changed it. */
  void update(
      HistoryEntry from,
      HistoryEntry to,
      List<HistoryColumn> columns,
      String operations,
      String left) {
    List<@Nullable Object> values = new ArrayList<>();
    columns.forEach(column -> values.add(column.value(to, operations)));
    requireOne(write(sql.update(columns) + asItIs(from, values), values, left), from.id());
  }

  /** Removes a row that must be as it was, or somebody else has changed it. */
  void delete(HistoryEntry entry) {
    List<@Nullable Object> values = new ArrayList<>();
    String text = sql.delete() + asItIs(entry, values);
    requireOne(write(text, values, HistoryFailures.left(entry)), entry.id());
  }

  /** The condition that a row is still as it was read or written last; adds its values. */
  private String asItIs(HistoryEntry entry, List<@Nullable Object> values) {
    StringBuilder condition = new StringBuilder(sql.byId());
    values.add(HistoryColumn.ID.value(entry, ""));
    require(HistoryColumn.STATE, entry, condition, values);
    if (entry.flight().isPresent()) {
      require(HistoryColumn.STATEMENT, entry, condition, values);
      require(HistoryColumn.SESSION, entry, condition, values);
    }
    return condition.toString();
  }

  private void require(
      HistoryColumn column,
      HistoryEntry entry,
      StringBuilder condition,
      List<@Nullable Object> values) {
    @Nullable Object value = column.value(entry, "");
    condition.append(" AND ").append(value == null ? sql.isNull(column) : sql.is(column));
    if (value != null) {
      values.add(value);
    }
  }

  private int write(String text, List<? extends @Nullable Object> values, String left) {
    try {
      return fence.isOpen() ? execute(text, values) : fenced(text, values);
    } catch (SQLException failure) {
      throw failures.unwritable(left, failure);
    }
  }

  private int execute(String text, List<? extends @Nullable Object> values) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement.executeUpdate();
  }

  /** Writes in one transaction with the fence: the open one, or one of its own. */
  private int fenced(String text, List<? extends @Nullable Object> values) throws SQLException {
    if (!connection.getAutoCommit()) {
      fence.beforeWrite();
      return execute(text, values);
    }
    connection.setAutoCommit(false);
    try {
      fence.beforeWrite();
      int rows = execute(text, values);
      connection.commit();
      connection.setAutoCommit(true);
      return rows;
    } catch (SQLException | RuntimeException failure) {
      rollBack(failure);
      if (failure instanceof SQLException database) {
        fence.explain(database);
      }
      throw failure;
    }
  }

  private void rollBack(Exception failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  /** Looks which row is there: that of the same revision, or one that is equal to the database. */
  private RuntimeException duplicate(RevisionId id, DatabaseException failure) {
    Optional<String> there;
    try {
      there = reader.idLike(id);
    } catch (DatabaseException second) {
      // PostgreSQL answers nothing more in this transaction; its texts are equal or not.
      failure.addSuppressed(second);
      return isState(failure, UNIQUE) ? HistoryFailures.changed(id, failure) : failure;
    }
    if (there.isEmpty()) {
      return failure;
    }
    return there.get().equals(id.value())
        ? HistoryFailures.changed(id, failure)
        : failures.takenForTheSame(id, there.get(), failure);
  }

  private static boolean isState(Throwable failure, String start) {
    return failure.getCause() instanceof SQLException sql
        && String.valueOf(sql.getSQLState()).startsWith(start);
  }

  private static void requireOne(int rows, RevisionId id) {
    if (rows != 1) {
      throw HistoryFailures.changed(id);
    }
  }

  /** Closes the statements; the connection stays open. */
  @Override
  public void close() {
    for (PreparedStatement statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException broken) {
        // The connection is broken, and its statements are gone with it.
        prepared.clear();
        return;
      }
    }
    prepared.clear();
  }
}
