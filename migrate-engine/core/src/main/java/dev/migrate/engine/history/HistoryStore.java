package dev.migrate.engine.history;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.operation.CreateTable;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.LockException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the history table on one connection. Every write names the state in which it
 * expects the row, so that a process that lost its lock notices. Not thread-safe.
 *
 * <p>Statements are prepared once for a run and used for every revision in it, which halves the
 * cost of the history.
 */
public final class HistoryStore implements AutoCloseable {

  /** What says how far a revision is. */
  private static final List<String> PROGRESS =
      List.of("state", "statement", "statement_digest", "session", "duration");

  private static final String UNCHANGED = "the history is as it was";

  /** The class of SQLStates that says that a constraint was violated. */
  private static final String INTEGRITY = "23";

  /** {@code unique_violation}: the constraint was a key, where a database reports it. */
  private static final String UNIQUE = "23505";

  private final Connection connection;
  private final Dialect dialect;
  private final HistoryTable table;
  private final int format;
  private final String name;
  private final Renderer renderer;
  private final Map<String, String> names = new HashMap<>();
  private final Map<List<String>, String> texts = new HashMap<>();
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final RowLimit limit;

  /**
   * The history on a connection.
   *
   * @param connection the connection
   * @param dialect its dialect
   * @param table the table
   * @param format the newest version of the contents that can be read
   */
  public HistoryStore(Connection connection, Dialect dialect, HistoryTable table, int format) {
    this.connection = connection;
    this.dialect = dialect;
    this.table = table;
    this.format = format;
    this.renderer = dialect.renderer();
    this.name = renderer.name(table.name());
    this.limit = new RowLimit(connection, dialect);
  }

  /**
   * Checks, before anything runs, that a revision fits into a row.
   *
   * @param id the revision
   * @param operations its operations as JSON, if they are looked at
   * @throws dev.migrate.report.PlanException if they are too large
   */
  public void requireFits(RevisionId id, Supplier<String> operations) {
    limit.require(id, operations);
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
            .map(this::column)
            .collect(Collectors.joining(", "));
    String sql = "SELECT " + columns + from() + " ORDER BY " + column("position");
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<HistoryEntry> entries = new ArrayList<>();
      while (rows.next()) {
        entries.add(HistoryRow.read(rows, table, format));
      }
      return History.of(entries);
    } catch (SQLException failure) {
      if (isMissing(failure)) {
        return History.missing();
      }
      throw unreadable(failure);
    }
  }

  private String from() {
    return " FROM " + dialect.fromCurrentSchema(table.name());
  }

  /** Some databases distinguish a missing schema from a missing table. */
  private boolean isMissing(SQLException failure) {
    return dialect.isMissingTable(failure) || missingNamespace().isPresent();
  }

  private DatabaseException unreadable(SQLException failure) {
    return new DatabaseException(
        Facts.of("the history table " + table + " cannot be read")
            .with("database", dialect.capabilities().database() + ", " + Session.text(failure))
            .with("left", "nothing was changed")
            .next("check the rights of the user, and that the table is the library's own"),
        failure);
  }

  /**
   * Reads the operations of some revisions.
   *
   * @param ids the revisions
   * @return their operations as JSON
   * @throws DatabaseException if the table cannot be read
   */
  public Map<RevisionId, String> operations(Collection<RevisionId> ids) {
    Map<RevisionId, String> operations = new HashMap<>();
    String sql = "SELECT " + column(HistoryTable.OPERATIONS) + " FROM " + name + byId();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (RevisionId id : ids) {
        statement.setString(1, id.value());
        try (ResultSet rows = statement.executeQuery()) {
          if (rows.next()) {
            operations.put(id, rows.getString(1));
          }
        }
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
    return operations;
  }

  /**
   * Creates the table.
   *
   * @throws DatabaseException if that fails; nothing ran then
   */
  public void create() {
    try (var sql = connection.createStatement()) {
      for (Statement statement : creation()) {
        sql.execute(statement.sql());
      }
    } catch (SQLException failure) {
      throw new DatabaseException(
          Facts.of("the history table " + table + " could not be created")
              .with("database", dialect.capabilities().database() + ", " + Session.text(failure))
              .with("left", "nothing was changed; no revision ran")
              .next(
                  "let the user create tables there, or name another place with "
                      + elsewhere()
                      + ";\na database or connection that is read-only cannot be migrated"),
          failure);
    }
  }

  private String elsewhere() {
    return "historyTable(\"schema." + table.name().name() + "\")";
  }

  /**
   * Says why a call failed before it began, if the reason is that the schema of the table is not
   * there.
   *
   * @param failure what happened
   * @return the failure, or one that names the schema
   */
  public DatabaseException explained(DatabaseException failure) {
    return Optional.of(table)
        .filter(any -> failure.done().isEmpty())
        .flatMap(any -> missingNamespace())
        .map(
            schema ->
                new DatabaseException(
                    Facts.of("there is no schema " + schema + " for the history table")
                        .with("table", table.name().toString())
                        .with("left", "nothing was changed; no revision ran")
                        .next(
                            "create the schema by hand and call again; or, if a revision is to"
                                + " create it, keep\nthe history in one that is there: leave"
                                + " historyTable(…) out, or "
                                + elsewhere()),
                    failure))
        .orElse(failure);
  }

  /** The schema that the table's name has, if it is not there. */
  private Optional<String> missingNamespace() {
    return table.name().namespace().filter(name -> !isThere(name));
  }

  /** An inspector has the schema at hand under no name. */
  private boolean isThere(String namespace) {
    try {
      return namespace.equalsIgnoreCase(connection.getSchema())
          || namespace.equalsIgnoreCase(connection.getCatalog())
          || dialect
              .inspector()
              .inspect(connection, Set.of(namespace))
              .namespaces()
              .contains(namespace);
    } catch (SQLException unreadable) {
      return true;
    }
  }

  /**
   * What creates the table.
   *
   * @return the statements
   */
  public List<Statement> creation() {
    return renderer.render(
        new CreateTable(dialect.historyTable(table.table())),
        new RenderContext(table.surroundings()));
  }

  /**
   * The ids of all rows, whatever else is in them.
   *
   * @return the ids as they stand there; empty if the table is missing
   * @throws DatabaseException if the statement fails for another reason than a missing table
   */
  public Optional<List<String>> ids() {
    String sql = "SELECT " + column("id") + from() + " ORDER BY " + column("position");
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return Optional.of(ids);
    } catch (SQLException failure) {
      if (isMissing(failure)) {
        return Optional.empty();
      }
      throw unreadable(failure);
    }
  }

  /** Takes every row away. */
  public void clear() {
    write("DELETE FROM " + name, List.of(), UNCHANGED);
  }

  /**
   * Adds a row.
   *
   * @param entry the row
   * @param operations its operations as JSON
   */
  public void insert(HistoryEntry entry, String operations) {
    requireFits(entry.id(), () -> operations);
    List<@Nullable Object> values = HistoryTable.values(entry, operations);
    try {
      write(
          texts.computeIfAbsent(HistoryTable.columns(), this::insertText),
          values,
          "revision " + entry.id() + " is not recorded, and nothing of it was changed");
    } catch (DatabaseException failure) {
      throw isState(failure, INTEGRITY) ? duplicate(entry.id(), failure) : failure;
    }
  }

  /** Looks which row is there: that of the same revision, or one that is equal to the database. */
  private RuntimeException duplicate(RevisionId id, DatabaseException failure) {
    Optional<String> there;
    try {
      there = idLike(id);
    } catch (DatabaseException second) {
      // PostgreSQL answers nothing more in this transaction; its texts are equal or not.
      failure.addSuppressed(second);
      return isState(failure, UNIQUE) ? changed(id, failure) : failure;
    }
    if (there.isEmpty()) {
      return failure;
    }
    if (there.get().equals(id.value())) {
      return changed(id, failure);
    }
    return new HistoryException(
        Facts.of(
                "the history table "
                    + table.name()
                    + " takes "
                    + id
                    + " and "
                    + there.get()
                    + " for the same revision")
            .with("because", "its column id compares texts without case, accents or symbols")
            .with("left", "revision " + id + " is not recorded, and nothing of it was changed")
            .next(
                "give the columns of the history table a binary collation, such as utf8mb4_bin\n"
                    + "on MySQL and MariaDB; or give one of the two another id"),
        List.of(id, RevisionId.of(there.get())),
        failure);
  }

  private Optional<String> idLike(RevisionId id) {
    String sql = "SELECT " + column("id") + " FROM " + name + byId();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id.value());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  private String insertText(List<String> columns) {
    String names = columns.stream().map(this::column).collect(Collectors.joining(", "));
    String marks = columns.stream().map(value -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO " + name + " (" + names + ") VALUES (" + marks + ")";
  }

  private String updateText(List<String> columns) {
    return columns.stream()
        .map(column -> column(column) + " = ?")
        .collect(Collectors.joining(", ", "UPDATE " + name + " SET ", ""));
  }

  /**
   * Says how far a revision is.
   *
   * @param from the row as it must be, or somebody else has changed it
   * @param to the new row, with the same operations
   */
  public void move(HistoryEntry from, HistoryEntry to) {
    update(from, to, List.of(), List.of());
  }

  /**
   * Says how far a revision in flight is, and that its operations were corrected, in one statement.
   *
   * @param from the row as it must be, or somebody else has changed it
   * @param to the new row
   * @param operations its operations as JSON
   */
  public void correct(HistoryEntry from, HistoryEntry to, String operations) {
    update(
        from,
        to,
        List.of("digest", "format", HistoryTable.OPERATIONS),
        List.of(to.digest(), to.format(), operations));
  }

  private void update(
      HistoryEntry from, HistoryEntry to, List<String> more, List<Object> moreValues) {
    List<String> columns = Stream.concat(PROGRESS.stream(), more.stream()).toList();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(HistoryTable.stateText(to.state()));
    values.add(to.flight().map(Flight::statement).orElse(null));
    values.add(to.flight().map(Flight::digest).orElse(null));
    values.add(to.flight().flatMap(Flight::session).orElse(null));
    values.add(to.duration().toMillis());
    values.addAll(moreValues);
    String change = texts.computeIfAbsent(columns, this::updateText);
    requireOne(write(change + asItIs(from, values), values, left(from)), from.id());
  }

  /**
   * Says where a revision that is done stands now.
   *
   * @param entry the row as it must be, or somebody else has changed it
   * @param lineage where the revision stands in the graph
   * @param position its place in the order of application
   */
  public void place(HistoryEntry entry, Lineage lineage, long position) {
    List<@Nullable Object> values = new ArrayList<>(HistoryTable.lineageValues(lineage));
    values.add(position);
    String change = texts.computeIfAbsent(HistoryTable.PLACE, this::updateText);
    requireOne(write(change + asItIs(entry, values), values, UNCHANGED), entry.id());
  }

  /**
   * Takes a row away.
   *
   * @param entry the row as it must be, or somebody else has changed it
   */
  public void delete(HistoryEntry entry) {
    List<@Nullable Object> values = new ArrayList<>();
    String sql = "DELETE FROM " + name + asItIs(entry, values);
    requireOne(write(sql, values, left(entry)), entry.id());
  }

  /** What is left of a revision whose row could not be changed. */
  private static String left(HistoryEntry entry) {
    return entry
        .flight()
        .map(
            flight ->
                "the history says that revision "
                    + entry.id()
                    + " is at statement "
                    + flight.statement()
                    + ", which may have been\nexecuted; the next call finds out")
        .orElse("the row of revision " + entry.id() + " is as it was, and nothing of it changed");
  }

  /** The condition that a row is still as it was read or written last; adds its values. */
  private String asItIs(HistoryEntry entry, List<@Nullable Object> values) {
    StringBuilder condition = new StringBuilder(byId()).append(and("state"));
    values.add(entry.id().value());
    values.add(HistoryTable.stateText(entry.state()));
    entry
        .flight()
        .ifPresent(
            flight -> {
              condition.append(and("statement"));
              values.add(flight.statement());
              flight
                  .session()
                  .ifPresentOrElse(
                      session -> {
                        condition.append(and("session"));
                        values.add(session);
                      },
                      () -> condition.append(" AND ").append(column("session")).append(" IS NULL"));
            });
    return condition.toString();
  }

  private String byId() {
    return " WHERE " + column("id") + " = ?";
  }

  private String and(String column) {
    return " AND " + column(column) + " = ?";
  }

  private int write(String sql, List<? extends @Nullable Object> values, String left) {
    try {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new DatabaseException(
          Facts.of("the history table " + table + " could not be written")
              .with("database", dialect.capabilities().database() + ", " + Session.text(failure))
              .with("left", left)
              .next(
                  "check that the database can be written (rights, space, not read-only) and call"
                      + " again:\nit goes on where the history stands"),
          failure);
    }
  }

  private String column(String column) {
    return names.computeIfAbsent(column, renderer::name);
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

  private static boolean isState(Throwable failure, String start) {
    return failure.getCause() instanceof SQLException sql
        && String.valueOf(sql.getSQLState()).startsWith(start);
  }

  private static void requireOne(int rows, RevisionId id) {
    if (rows != 1) {
      throw changed(id, null);
    }
  }

  private static LockException changed(RevisionId id, @Nullable Throwable cause) {
    return new LockException(
        Facts.of("the history row of revision " + id + " was changed by somebody else")
            .with(
                "left",
                "nothing runs any further here; a statement of the revision may have been\n"
                    + "executed that the history does not have")
            .next("find out who else migrates this database, and call again"),
        cause);
  }
}
