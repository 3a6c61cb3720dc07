package dev.migrate.engine.lease;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.varchar;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LeaseSupport;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table of a lease, with its statements. It has two rows, so that a renewal and a write to the
 * history, which are on two connections and perhaps on two servers, never change the same one: the
 * row {@code holder} is changed by whoever takes the lease and before each write to the history,
 * the row {@code heartbeat} by whoever takes it and by each renewal. Whoever waits may commit a row
 * of its own, which that transaction removes again. Immutable.
 */
final class LeaseTable {

  private static final String HOLDER = "'holder'";
  private static final String HEARTBEAT = "'heartbeat'";
  private static final int TEXT = 200;

  private final Dialect dialect;
  private final QualifiedName name;
  private final String time;
  private final String read;
  private final String lock;
  private final String remove;
  private final String insert;
  private final String insertMark;
  private final String removeMark;
  private final String takeHolder;
  private final String takeHeartbeat;
  private final String renew;
  private final String pass;
  private final String free;

  /** The table beside a history whose name has its schema. */
  LeaseTable(Dialect dialect, LeaseSupport support, QualifiedName history) {
    this.dialect = dialect;
    this.name = history.sibling(history.name() + "_lock");
    Renderer renderer = dialect.renderer();
    String table = renderer.name(name);
    String part = renderer.name("part");
    String token = renderer.name("token");
    String changes = renderer.name("changes");
    String holder = renderer.name("holder");
    String acquired = renderer.name("acquired_at");
    String expires = renderer.name("expires_at");
    String length = renderer.name("length_ms");
    String working = renderer.name("working");
    String columns = String.join(", ", part, token, changes, holder, expires, length);
    this.time = "SELECT " + support.serverTime() + ", " + support.serverName();
    this.read =
        "SELECT "
            + support.serverTime()
            + ", h."
            + String.join(", h.", token, holder, acquired)
            + ", b."
            + String.join(", b.", token, changes, expires, length, working)
            + " FROM "
            + table
            + " h JOIN "
            + table
            + " b ON h."
            + part
            + " = "
            + HOLDER
            + " AND b."
            + part
            + " = "
            + HEARTBEAT
            + " AND h."
            + token
            + " = b."
            + token;
    this.remove = "DELETE FROM " + table;
    this.lock =
        "SELECT "
            + part
            + " FROM "
            + table
            + " WHERE "
            + part
            + " IN ("
            + HOLDER
            + ", "
            + HEARTBEAT
            + ") FOR UPDATE NOWAIT";
    this.insert =
        "INSERT INTO "
            + table
            + " ("
            + columns
            + ") VALUES ("
            + HOLDER
            + ", ?, 0, ?, ?, ?), ("
            + HEARTBEAT
            + ", ?, 0, ?, ?, ?)";
    this.insertMark =
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", part, token, changes, length)
            + ") VALUES (?, 0, 0, 0)";
    this.removeMark = remove + " WHERE " + part + " = ?";
    String update = "UPDATE " + table + " SET " + changes + " = " + changes + " + 1";
    String ofHolder = " WHERE " + part + " = " + HOLDER + " AND " + token + " = ?";
    String ofHeartbeat = " WHERE " + part + " = " + HEARTBEAT + " AND " + token + " = ?";
    this.takeHolder = update + set(token, holder, acquired) + ofHolder;
    this.takeHeartbeat =
        update + set(token, expires, length, working) + ofHeartbeat + " AND " + changes + " = ?";
    this.renew = update + set(expires, working) + ofHeartbeat;
    this.pass = update + ofHolder;
    this.free = update + set(holder, acquired) + ofHolder;
  }

  private static String set(String... columns) {
    return ", " + String.join(" = ?, ", columns) + " = ?";
  }

  QualifiedName name() {
    return name;
  }

  /** Creates the table with the two rows of a lease that nobody holds. */
  void create(Connection connection) throws SQLException {
    Table table =
        Table.of(
            name,
            List.of(
                column("part", varchar(16)).notNull(),
                column("token", bigint()).notNull(),
                column("changes", bigint()).notNull(),
                column("holder", varchar(TEXT)),
                column("acquired_at", timestamp()),
                column("expires_at", timestamp()),
                column("length_ms", bigint()).notNull(),
                column("working", varchar(TEXT)),
                primaryKey("part")));
    Schema around = name.namespace().map(Schema.empty()::withNamespace).orElse(Schema.empty());
    try (var sql = connection.createStatement()) {
      for (Statement statement :
          dialect
              .renderer()
              .render(new CreateTable(dialect.historyTable(table)), new RenderContext(around))) {
        sql.execute(statement.sql());
      }
    }
    insert(connection, null, null, Duration.ZERO);
  }

  /**
   * Puts new rows in the place of those that are missing or do not fit together, in the open
   * transaction.
   *
   * @param holder the holder as the row has it
   * @param length for how long
   */
  void replace(Connection connection, String holder, Duration length) throws SQLException {
    update(connection, remove);
    insert(connection, holder, now(connection).plus(length), length);
  }

  private void insert(
      Connection connection,
      @Nullable String holder,
      @Nullable LocalDateTime expires,
      Duration length)
      throws SQLException {
    long token = LeaseRow.firstToken(now(connection));
    update(
        connection,
        insert,
        token,
        holder,
        expires,
        length.toMillis(),
        token,
        holder,
        expires,
        length.toMillis());
  }

  /** The time of the server in UTC. */
  LocalDateTime now(Connection connection) throws SQLException {
    return server(connection).now();
  }

  /** A server's time in UTC, and its name. */
  record Server(LocalDateTime now, String name) {}

  Server server(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(time)) {
      row.next();
      return new Server(row.getObject(1, LocalDateTime.class), String.valueOf(row.getString(2)));
    }
  }

  /** What the table says; empty if a row is missing, or the rows do not fit together. */
  Optional<LeaseRow> read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(read)) {
      return row.next()
          ? Optional.of(
              new LeaseRow(
                  row.getObject(1, LocalDateTime.class),
                  Math.max(row.getLong(2), row.getLong(5)),
                  Optional.ofNullable(row.getString(3)),
                  Optional.ofNullable(row.getObject(4, LocalDateTime.class)),
                  Optional.ofNullable(row.getObject(7, LocalDateTime.class)),
                  Duration.ofMillis(row.getLong(8)),
                  row.getLong(6),
                  Optional.ofNullable(row.getString(9))))
          : Optional.empty();
    }
  }

  /**
   * Takes the lease in the open transaction, if it is as it was read.
   *
   * @return whether it was; else the transaction has to be rolled back
   */
  boolean take(Connection connection, LeaseRow seen, long token, String holder, Duration length)
      throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(lock)) {
      int locked = 0; // both, or the query fails
      while (rows.next()) {
        locked++;
      }
      if (locked < 2) {
        return false;
      }
    }
    return update(connection, takeHolder, token, shortened(holder), seen.now(), seen.token()) == 1
        && update(
                connection,
                takeHeartbeat,
                token,
                seen.now().plus(length),
                length.toMillis(),
                null,
                seen.token(),
                seen.renewals())
            == 1;
  }

  /** Changes a row that nobody else does, in the open transaction, and leaves nothing. */
  void touch(Connection connection) throws SQLException {
    String mark = UUID.randomUUID().toString().substring(0, 13);
    update(connection, insertMark, mark);
    update(connection, removeMark, mark);
  }

  /** Renews the lease from now on; returns whether it is still this token's. */
  boolean renew(Connection connection, long token, Duration length, @Nullable String working)
      throws SQLException {
    LocalDateTime until = now(connection).plus(length);
    return update(connection, renew, until, shortened(working), token) == 1;
  }

  /** Makes sure in the open transaction that the lease is this token's until that is committed. */
  boolean pass(Connection connection, long token) throws SQLException {
    return update(connection, pass, token) == 1;
  }

  /** Frees the lease if it is this token's; returns whether it was. */
  boolean free(Connection connection, long token) throws SQLException {
    return update(connection, free, null, null, token) == 1;
  }

  /** How a person frees the lease. */
  String freeing() {
    return "UPDATE "
        + dialect.renderer().name(name)
        + " SET "
        + dialect.renderer().name("holder")
        + " = NULL WHERE "
        + dialect.renderer().name("part")
        + " = "
        + HOLDER;
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null
        ? null
        : text.codePoints()
            .limit(TEXT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
