package dev.migrate.engine.history;

import static dev.migrate.engine.history.HistoryColumn.APPLIED_AT;
import static dev.migrate.engine.history.HistoryColumn.DEPENDENCIES;
import static dev.migrate.engine.history.HistoryColumn.DIGEST;
import static dev.migrate.engine.history.HistoryColumn.DURATION;
import static dev.migrate.engine.history.HistoryColumn.FORMAT;
import static dev.migrate.engine.history.HistoryColumn.ID;
import static dev.migrate.engine.history.HistoryColumn.LABELS;
import static dev.migrate.engine.history.HistoryColumn.MESSAGE;
import static dev.migrate.engine.history.HistoryColumn.PARENTS;
import static dev.migrate.engine.history.HistoryColumn.POSITION;
import static dev.migrate.engine.history.HistoryColumn.SESSION;
import static dev.migrate.engine.history.HistoryColumn.STATE;
import static dev.migrate.engine.history.HistoryColumn.STATEMENT;
import static dev.migrate.engine.history.HistoryColumn.STATEMENT_DIGEST;
import static dev.migrate.engine.history.HistoryColumn.VARIANT;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.report.HistoryException;
import dev.migrate.report.RevisionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one row of the history table; what this library did not write so is refused. */
final class HistoryRow {

  private static final int OLDEST = 1;
  private static final String[] NONE = {};

  private final ResultSet row;

  private HistoryRow(ResultSet row) {
    this.row = row;
  }

  /**
   * The row at hand.
   *
   * @param row the result with the columns {@link HistoryColumn#ENTRY}, on a row
   * @param table the table, for the message
   * @param newest the newest version of the contents that can be read
   */
  static HistoryEntry read(ResultSet row, HistoryTable table, int newest) throws SQLException {
    String id = row.getString(ID.place());
    int written = row.getInt(FORMAT.place());
    if (written > newest || written < OLDEST) {
      boolean isNewer = written > newest;
      throw new HistoryException(
          Facts.of(
                  isNewer
                      ? "the history has the newer format " + written
                      : "the history has a format that never was: " + row.getString(FORMAT.place()))
              .with("revision", id)
              .with("known", OLDEST + " to " + newest)
              .with("left", "nothing was changed")
              .next(
                  isNewer
                      ? "use the version of this library that wrote it, or a newer one"
                      : "restore the row; only this library may write to " + table),
          List.of());
    }
    try {
      return new HistoryRow(row).entry(id, written);
    } catch (RuntimeException malformed) {
      throw unreadable(id, table, malformed);
    }
  }

  /**
   * When the revision of the row at hand was applied.
   *
   * @param row the result with the id and the time, on a row
   * @param table the table, for the message
   */
  static Instant appliedAt(ResultSet row, HistoryTable table) throws SQLException {
    try {
      return given(APPLIED_AT, row.getObject(2, LocalDateTime.class)).toInstant(ZoneOffset.UTC);
    } catch (RuntimeException malformed) {
      throw unreadable(row.getString(1), table, malformed);
    }
  }

  private static HistoryException unreadable(
      String id, HistoryTable table, RuntimeException malformed) {
    return new HistoryException(
        Facts.of("the history row of revision " + id + " cannot be read")
            .with("problem", String.valueOf(malformed.getMessage()))
            .with("left", "nothing was changed")
            .next("only this library may write to " + table),
        List.of(),
        malformed);
  }

  private HistoryEntry entry(String id, int format) throws SQLException {
    RevisionState state = HistoryTable.state(text(STATE));
    return new HistoryEntry(
        lineage(id),
        number(POSITION),
        state,
        flight(state),
        text(DIGEST),
        format,
        variant(any(VARIANT)),
        Duration.ofMillis(number(DURATION)));
  }

  private static Optional<RevisionId> variant(@Nullable String after) {
    return after == null ? Optional.empty() : Optional.of(RevisionId.of(after));
  }

  private Lineage lineage(String id) throws SQLException {
    Lineage.Start start = Lineage.of(id);
    String[] parents = words(PARENTS);
    Lineage lineage =
        parents.length == 0
            ? start.root()
            : start.after(parents[0], Arrays.copyOfRange(parents, 1, parents.length));
    for (String dependency : words(DEPENDENCIES)) {
      lineage = lineage.dependsOn(dependency);
    }
    for (String label : words(LABELS)) {
      lineage = lineage.label(label);
    }
    @Nullable String message = any(MESSAGE);
    return message == null ? lineage : lineage.message(message);
  }

  /** A row has a statement if, and only if, it is in flight. */
  private Optional<Flight> flight(RevisionState state) throws SQLException {
    int statement = row.getInt(STATEMENT.place());
    boolean flies = !row.wasNull();
    boolean agrees = state == RevisionState.DONE ? !flies : flies && statement > 0;
    if (!agrees || state == RevisionState.PENDING) {
      throw new IllegalArgumentException(
          "state " + HistoryTable.stateText(state) + ", statement " + any(STATEMENT));
    }
    return flies
        ? Optional.of(
            new Flight(statement, text(STATEMENT_DIGEST), Optional.ofNullable(any(SESSION))))
        : Optional.empty();
  }

  private String text(HistoryColumn column) throws SQLException {
    return given(column, any(column));
  }

  private @Nullable String any(HistoryColumn column) throws SQLException {
    return row.getString(column.place());
  }

  private long number(HistoryColumn column) throws SQLException {
    long value = row.getLong(column.place());
    if (row.wasNull()) {
      throw new IllegalArgumentException("there is no " + column.columnName());
    }
    return value;
  }

  private static <T> T given(HistoryColumn column, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("there is no " + column.columnName());
    }
    return value;
  }

  private String[] words(HistoryColumn column) throws SQLException {
    String text = text(column);
    if (text.isEmpty()) {
      return NONE;
    }
    return text.indexOf(' ') < 0 ? new String[] {text} : text.split(" ");
  }
}
