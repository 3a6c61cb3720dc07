package dev.migrate.engine.history;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateTable;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.LockException;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the history table on one connection. Every write names the state in which it
 * expects the row, so that a process that lost its lock notices. Not thread-safe.
 */
public final class HistoryStore {

  private final Handle handle;
  private final Dialect dialect;
  private final HistoryTable table;
  private final int format;
  private final String name;
  private final Renderer renderer;

  /**
   * The history on a connection.
   *
   * @param handle the connection
   * @param dialect its dialect
   * @param table the table
   * @param format the newest version of the contents that can be read
   */
  public HistoryStore(Handle handle, Dialect dialect, HistoryTable table, int format) {
    this.handle = handle;
    this.dialect = dialect;
    this.table = table;
    this.format = format;
    this.renderer = dialect.renderer();
    this.name = renderer.name(table.name());
  }

  /**
   * Reads every row in one statement, without the operations.
   *
   * @return the history; one that does not exist if the table is missing
   * @throws HistoryException if a row is of a newer format, or cannot be read
   * @throws DatabaseException if the statement fails for another reason than a missing table
   */
  public History read() {
    String columns =
        HistoryTable.columns().stream()
            .filter(column -> !column.equals(HistoryTable.OPERATIONS))
            .map(renderer::name)
            .collect(Collectors.joining(", "));
    String sql = "SELECT " + columns + " FROM " + name + " ORDER BY " + renderer.name("position");
    try (var statement = handle.getConnection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<HistoryEntry> entries = new ArrayList<>();
      while (rows.next()) {
        entries.add(entry(rows));
      }
      return History.of(entries);
    } catch (SQLException failure) {
      if (dialect.isMissingTable(failure)) {
        return History.missing();
      }
      throw new DatabaseException(
          Facts.of("the history table " + table.name() + " cannot be read")
              .with("database", dialect.capabilities().database() + ": " + failure.getMessage())
              .with("left", "nothing was changed")
              .next("check the rights of the user, and that the table is the library's own"),
          failure);
    }
  }

  /**
   * Reads the operations of some revisions.
   *
   * @param ids the revisions
   * @return their operations as JSON
   */
  public Map<RevisionId, String> operations(Collection<RevisionId> ids) {
    Map<RevisionId, String> operations = new HashMap<>();
    String sql = "SELECT " + renderer.name(HistoryTable.OPERATIONS) + " FROM " + name + byId();
    for (RevisionId id : ids) {
      handle
          .createQuery(sql)
          .bind(0, id.value())
          .mapTo(String.class)
          .findOne()
          .ifPresent(json -> operations.put(id, json));
    }
    return operations;
  }

  /** Creates the table. */
  public void create() {
    for (Statement statement : creation()) {
      write(() -> handle.execute(statement.sql()));
    }
  }

  /**
   * What creates the table.
   *
   * @return the statements
   */
  public List<Statement> creation() {
    return renderer.render(new CreateTable(table.table()), new RenderContext(Schema.empty()));
  }

  /**
   * Adds a row.
   *
   * @param entry the row
   * @param operations its operations as JSON
   */
  public void insert(HistoryEntry entry, String operations) {
    List<@Nullable Object> values = HistoryTable.values(entry, operations);
    String columns =
        HistoryTable.columns().stream().map(renderer::name).collect(Collectors.joining(", "));
    String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
    write(
        () ->
            handle.execute(
                "INSERT INTO " + name + " (" + columns + ") VALUES (" + marks + ")",
                values.toArray()));
  }

  /**
   * Puts a row that is done into flight.
   *
   * @param entry the row as it shall be
   */
  public void depart(HistoryEntry entry) {
    Flight flight = entry.flight().orElseThrow();
    int rows =
        write(
            () ->
                handle.execute(
                    update("state", "statement", "statement_digest", "session")
                        + byId()
                        + and("state"),
                    HistoryTable.stateText(entry.state()),
                    flight.statement(),
                    flight.digest(),
                    flight.session().orElse(null),
                    entry.id().value(),
                    HistoryTable.stateText(RevisionState.DONE)));
    requireOne(rows, entry.id());
  }

  /**
   * Says which statement of a row in flight is next, or that nobody runs it any more.
   *
   * @param entry the row
   * @param next where it shall be
   */
  public void advance(HistoryEntry entry, Flight next) {
    Flight flight = entry.flight().orElseThrow();
    int rows =
        write(
            () ->
                handle.execute(
                    update("statement", "statement_digest", "session")
                        + byId()
                        + and("state")
                        + and("statement"),
                    next.statement(),
                    next.digest(),
                    next.session().orElse(null),
                    entry.id().value(),
                    HistoryTable.stateText(entry.state()),
                    flight.statement()));
    requireOne(rows, entry.id());
  }

  /**
   * Replaces what a row in flight will have done, after its revision was corrected.
   *
   * @param entry the row as it shall be
   * @param operations its operations as JSON
   */
  public void correct(HistoryEntry entry, String operations) {
    int rows =
        write(
            () ->
                handle.execute(
                    update("digest", HistoryTable.OPERATIONS) + byId(),
                    entry.digest(),
                    operations,
                    entry.id().value()));
    requireOne(rows, entry.id());
  }

  /**
   * Lands a row: it is done.
   *
   * @param entry the row in flight
   * @param duration how long it took
   */
  public void finish(HistoryEntry entry, Duration duration) {
    Flight flight = entry.flight().orElseThrow();
    int rows =
        write(
            () ->
                handle.execute(
                    update("state", "statement", "statement_digest", "session", "duration")
                        + byId()
                        + and("state")
                        + and("statement"),
                    HistoryTable.stateText(RevisionState.DONE),
                    null,
                    null,
                    null,
                    duration.toMillis(),
                    entry.id().value(),
                    HistoryTable.stateText(entry.state()),
                    flight.statement()));
    requireOne(rows, entry.id());
  }

  /**
   * Takes a row away.
   *
   * @param entry the row as it is
   */
  public void delete(HistoryEntry entry) {
    String sql = "DELETE FROM " + name + byId() + and("state");
    int rows =
        write(() -> handle.execute(sql, entry.id().value(), HistoryTable.stateText(entry.state())));
    requireOne(rows, entry.id());
  }

  private String update(String... columns) {
    return "UPDATE "
        + name
        + " SET "
        + Arrays.stream(columns)
            .map(column -> renderer.name(column) + " = ?")
            .collect(Collectors.joining(", "));
  }

  private String byId() {
    return " WHERE " + renderer.name("id") + " = ?";
  }

  private String and(String column) {
    return " AND " + renderer.name(column) + " = ?";
  }

  private interface Write {
    int run();
  }

  private int write(Write write) {
    try {
      return write.run();
    } catch (JdbiException failure) {
      throw new DatabaseException(
          Facts.of("the history table " + table.name() + " could not be written")
              .with("database", String.valueOf(failure.getMessage()))
              .with("left", "what ran so far is as the history says, or one statement further")
              .next("check the rights of the user and call again: it resumes"),
          failure);
    }
  }

  private static void requireOne(int rows, RevisionId id) {
    if (rows != 1) {
      throw new LockException(
          Facts.of("the history row of revision " + id + " was changed by somebody else")
              .with("left", "the statement before was executed; nothing runs any further here")
              .next("find out who else migrates this database, and call again"),
          null);
    }
  }

  private HistoryEntry entry(ResultSet row) throws SQLException {
    String id = row.getString("id");
    int written = row.getInt("format");
    if (written > format) {
      throw new HistoryException(
          Facts.of("the history has the newer format " + written)
              .with("revision", id)
              .with("known", "formats up to " + format)
              .with("left", "nothing was changed")
              .next("use the version of this library that wrote it, or a newer one"),
          List.of(RevisionId.of(id)),
          null);
    }
    try {
      return entry(row, id, written);
    } catch (MigrateException | IllegalArgumentException malformed) {
      throw new HistoryException(
          Facts.of("the history row of revision " + id + " cannot be read")
              .with("problem", String.valueOf(malformed.getMessage()))
              .with("left", "nothing was changed")
              .next("nobody but this library may write to " + table.name()),
          List.of(),
          malformed);
    }
  }

  private static HistoryEntry entry(ResultSet row, String id, int format) throws SQLException {
    Lineage.Start start = Lineage.of(id);
    RevisionId[] parents = ids(row.getString("parents"));
    Lineage lineage =
        parents.length == 0
            ? start.root()
            : start.after(parents[0], Arrays.copyOfRange(parents, 1, parents.length));
    for (RevisionId dependency : ids(row.getString("dependencies"))) {
      lineage = lineage.dependsOn(dependency);
    }
    for (String label : words(row.getString("labels"))) {
      lineage = lineage.label(label);
    }
    @Nullable String message = row.getString("message");
    lineage = message == null ? lineage : lineage.message(message);
    int statement = row.getInt("statement");
    Optional<Flight> flight =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Flight(
                    statement,
                    row.getString("statement_digest"),
                    Optional.ofNullable(row.getString("session"))));
    return new HistoryEntry(
        lineage,
        row.getLong("position"),
        HistoryTable.state(row.getString("state")),
        flight,
        row.getString("digest"),
        format,
        row.getString("dialect"),
        row.getString("server"),
        Optional.ofNullable(row.getString("variant")).map(RevisionId::of),
        row.getObject("applied_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("applied_by"),
        Duration.ofMillis(row.getLong("duration")));
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ");
  }

  private static RevisionId[] ids(String text) {
    return Arrays.stream(words(text)).map(RevisionId::of).toArray(RevisionId[]::new);
  }
}
