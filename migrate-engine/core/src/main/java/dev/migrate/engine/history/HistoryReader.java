package dev.migrate.engine.history;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the history table on one connection. Not thread-safe. */
final class HistoryReader {

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Dialect dialect;
  private final HistoryTable table;
  private final HistorySql sql;
  private final HistoryCreation creation;
  private final HistoryFailures failures;

  HistoryReader(
      Connection connection,
      Dialect dialect,
      HistoryTable table,
      HistorySql sql,
      HistoryCreation creation) {
    this.connection = connection;
    this.dialect = dialect;
    this.table = table;
    this.sql = sql;
    this.creation = creation;
    this.failures = new HistoryFailures(dialect, table);
  }

  /** Every row, without the operations; the newest format is the last that can be read. */
  History history(int newestFormat) {
    return all(HistoryColumn.ENTRY, row -> HistoryRow.read(row, table, newestFormat))
        .map(History::of)
        .orElseGet(History::missing);
  }

  /** The ids as they stand there; empty if the table is missing. */
  Optional<List<String>> ids() {
    return all(List.of(HistoryColumn.ID), row -> row.getString(1));
  }

  private <T> Optional<List<T>> all(List<HistoryColumn> columns, RowReader<T> reader) {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.selectAll(columns))) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return Optional.of(read);
    } catch (SQLException failure) {
      // Some databases distinguish a missing schema from a missing table.
      if (dialect.isMissingTable(failure) || creation.missingNamespace().isPresent()) {
        return Optional.empty();
      }
      throw failures.unreadable(failure);
    }
  }

  /** When revisions were applied; nothing if the table is missing. */
  Map<RevisionId, Instant> appliedAt() {
    Map<RevisionId, Instant> times = new HashMap<>();
    all(
        List.of(HistoryColumn.ID, HistoryColumn.APPLIED_AT),
        row -> times.put(RevisionId.of(row.getString(1)), HistoryRow.appliedAt(row, table)));
    return times;
  }

  /** The operations of revisions as JSON. */
  Map<RevisionId, String> operations(Collection<RevisionId> ids) {
    Map<RevisionId, String> operations = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(sql.select(HistoryColumn.OPERATIONS))) {
      for (RevisionId id : ids) {
        text(statement, id).ifPresent(text -> operations.put(id, text));
      }
    } catch (SQLException failure) {
      throw failures.unreadable(failure);
    }
    return operations;
  }

  /** The id that the database holds to be equal to this one. */
  Optional<String> idLike(RevisionId id) {
    try (PreparedStatement statement = connection.prepareStatement(sql.select(HistoryColumn.ID))) {
      return text(statement, id);
    } catch (SQLException failure) {
      throw failures.unreadable(failure);
    }
  }

  private static Optional<String> text(PreparedStatement statement, RevisionId id)
      throws SQLException {
    statement.setString(1, id.value());
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }
}
