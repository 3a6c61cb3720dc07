package dev.migrate.engine.history;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.report.HistoryException;
import dev.migrate.report.RevisionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one row of the history table; what this library did not write so is refused. */
final class HistoryRow {

  private static final int OLDEST = 1;

  private final ResultSet row;

  private HistoryRow(ResultSet row) {
    this.row = row;
  }

  /**
   * The row at hand.
   *
   * @param row the result, on a row
   * @param table the table, for the message
   * @param newest the newest version of the contents that can be read
   */
  static HistoryEntry read(ResultSet row, HistoryTable table, int newest) throws SQLException {
    String id = row.getString("id");
    int written = row.getInt("format");
    if (written > newest || written < OLDEST) {
      boolean isNewer = written > newest;
      throw new HistoryException(
          Facts.of(
                  isNewer
                      ? "the history has the newer format " + written
                      : "the history has a format that never was: " + row.getString("format"))
              .with("revision", id)
              .with("known", OLDEST + " to " + newest)
              .with("left", "nothing was changed")
              .next(
                  isNewer
                      ? "use the version of this library that wrote it, or a newer one"
                      : "restore the row; only this library may write to " + table),
          List.of(),
          null);
    }
    try {
      return new HistoryRow(row).entry(id, written);
    } catch (RuntimeException malformed) {
      throw new HistoryException(
          Facts.of("the history row of revision " + id + " cannot be read")
              .with("problem", String.valueOf(malformed.getMessage()))
              .with("left", "nothing was changed")
              .next("only this library may write to " + table),
          List.of(),
          malformed);
    }
  }

  private HistoryEntry entry(String id, int format) throws SQLException {
    RevisionState state = HistoryTable.state(text("state"));
    return new HistoryEntry(
        lineage(id),
        number("position"),
        state,
        flight(state),
        text("digest"),
        format,
        text("dialect"),
        text("server"),
        Optional.ofNullable(row.getString("variant")).map(RevisionId::of),
        given("applied_at", row.getObject("applied_at", LocalDateTime.class))
            .toInstant(ZoneOffset.UTC),
        text("applied_by"),
        Duration.ofMillis(number("duration")));
  }

  private Lineage lineage(String id) throws SQLException {
    Lineage.Start start = Lineage.of(id);
    RevisionId[] parents = ids("parents");
    Lineage lineage =
        parents.length == 0
            ? start.root()
            : start.after(parents[0], Arrays.copyOfRange(parents, 1, parents.length));
    for (RevisionId dependency : ids("dependencies")) {
      lineage = lineage.dependsOn(dependency);
    }
    for (String label : words("labels")) {
      lineage = lineage.label(label);
    }
    @Nullable String message = row.getString("message");
    return message == null ? lineage : lineage.message(message);
  }

  /** A row has a statement if, and only if, it is in flight. */
  private Optional<Flight> flight(RevisionState state) throws SQLException {
    int statement = row.getInt("statement");
    boolean flies = !row.wasNull();
    boolean agrees = state == RevisionState.DONE ? !flies : flies && statement > 0;
    if (!agrees || state == RevisionState.PENDING) {
      throw new IllegalArgumentException(
          "state " + HistoryTable.stateText(state) + ", statement " + row.getString("statement"));
    }
    return flies
        ? Optional.of(
            new Flight(
                statement, text("statement_digest"), Optional.ofNullable(row.getString("session"))))
        : Optional.empty();
  }

  private String text(String column) throws SQLException {
    return given(column, row.getString(column));
  }

  private long number(String column) throws SQLException {
    long value = row.getLong(column);
    if (row.wasNull()) {
      throw new IllegalArgumentException("there is no " + column);
    }
    return value;
  }

  private static <T> T given(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("there is no " + column);
    }
    return value;
  }

  private String[] words(String column) throws SQLException {
    String text = text(column);
    return text.isEmpty() ? new String[0] : text.split(" ");
  }

  private RevisionId[] ids(String column) throws SQLException {
    return Arrays.stream(words(column)).map(RevisionId::of).toArray(RevisionId[]::new);
  }
}
