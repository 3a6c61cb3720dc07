package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.BlockingSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who holds locks in the database of a connection: sessions, and prepared transactions, which keep
 * their locks without a session, even over a restart. Six of each kind, the oldest first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-prepare-transaction.html">PREPARE
 *     TRANSACTION in the manual</a>
 */
final class PostgresqlHolders {

  /** What a user without rights may not see of others is NULL. */
  private static final String SESSIONS =
      """
      SELECT a.pid, concat('process ', a.pid, ' of the user ', a.usename,
               ' from ' || host(a.client_addr), ', application ' || nullif(a.application_name, ''),
               ', ' || a.state, ', transaction since ' || date_trunc('second', a.xact_start)::text,
               ', query: ' || left(regexp_replace(nullif(a.query, '<insufficient privilege>'),
               '\\s+', ' ', 'g'), 200)),
             CASE WHEN a.state LIKE 'idle in transaction%'
               THEN extract(epoch FROM clock_timestamp() - a.state_change) * 1000 END,
             a.usesysid = me.usesysid AND a.application_name = me.application_name
               AND a.client_addr IS NOT DISTINCT FROM me.client_addr
        FROM pg_stat_activity a JOIN pg_stat_activity me ON me.pid = pg_backend_pid()
       WHERE a.pid <> me.pid AND a.datid = me.datid AND (
      """;

  private static final String OLDEST_SESSION = ") ORDER BY a.xact_start NULLS LAST, a.pid LIMIT 6";

  /** Everybody may see all of them; only their owner and superusers can end them. */
  private static final String PREPARED =
      """
      SELECT p.gid, concat(' of the user ', p.owner, ', prepared ',
             date_trunc('second', p.prepared)::text)
        FROM pg_prepared_xacts p WHERE p.database = current_database() AND (
      """;

  private static final String OLDEST_PREPARED = ") ORDER BY p.prepared, p.gid LIMIT 6";

  private static final String OF_SESSION = "l.pid = a.pid";

  /** Its locks have no process, and one of them is on its number. */
  private static final String OF_PREPARED =
      "l.pid IS NULL AND l.virtualtransaction IN (SELECT x.virtualtransaction FROM pg_locks x"
          + " WHERE x.pid IS NULL AND x.locktype = 'transactionid' AND x.granted"
          + " AND x.transactionid = p.transaction)";

  private static final String LOCKS =
      "EXISTS (SELECT FROM pg_locks l WHERE l.granted AND l.locktype = 'relation' AND l.database ="
          + " (SELECT oid FROM pg_database WHERE datname = current_database()) AND ";

  /** Whoever changes rows does not wait for those who read them. */
  private static final String ON_TABLES =
      """
       AND (NOT ? OR l.mode NOT IN ('AccessShareLock', 'ShareUpdateExclusiveLock'))
         AND l.relation IN (SELECT to_regclass(name) FROM unnest(?::text[]) name))
      """;

  /** The catalogue's own tables have low numbers: 53.11 in the manual. */
  private static final String ON_ANY_TABLE = " AND l.relation >= 16384)";

  /** An index is built concurrently once all older transactions of the database have ended. */
  private static final String WITH_SNAPSHOT =
      "a.backend_xid IS NOT NULL OR a.backend_xmin IS NOT NULL";

  private static final String HIDDEN =
      "SELECT EXISTS (SELECT FROM pg_stat_activity a WHERE a.query = '<insufficient privilege>' AND"
          + " "
          + LOCKS
          + OF_SESSION
          + ON_ANY_TABLE
          + ")";

  private final Connection connection;

  PostgresqlHolders(Connection connection) {
    this.connection = connection;
  }

  private interface Reader {
    BlockingSession read(ResultSet row) throws SQLException;
  }

  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Sessions with a lock on one of the tables. */
  List<BlockingSession> on(List<String> tables, boolean changesRows) throws SQLException {
    return sessions(LOCKS + OF_SESSION + ON_TABLES, values(tables, changesRows));
  }

  /** Sessions with a lock on a table of users. */
  List<BlockingSession> onAny() throws SQLException {
    return sessions(LOCKS + OF_SESSION + ON_ANY_TABLE, statement -> {});
  }

  /** Sessions that an index waits for which is built concurrently. */
  List<BlockingSession> withSnapshot() throws SQLException {
    return sessions(WITH_SNAPSHOT, statement -> {});
  }

  /** Prepared transactions with a lock on one of the tables. */
  List<BlockingSession> preparedOn(List<String> tables, boolean changesRows) throws SQLException {
    return prepared(LOCKS + OF_PREPARED + ON_TABLES, values(tables, changesRows));
  }

  /** Prepared transactions with a lock on a table of users. */
  List<BlockingSession> preparedOnAny() throws SQLException {
    return prepared(LOCKS + OF_PREPARED + ON_ANY_TABLE, statement -> {});
  }

  /** Whether sessions have locks on tables whose work the user may not see. */
  boolean areHidden() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HIDDEN)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private Values values(List<String> tables, boolean changesRows) {
    return statement -> {
      statement.setBoolean(1, changesRows);
      statement.setArray(2, connection.createArrayOf("text", tables.toArray()));
    };
  }

  private List<BlockingSession> sessions(String which, Values values) throws SQLException {
    return read(SESSIONS + which + OLDEST_SESSION, values, PostgresqlHolders::session);
  }

  private List<BlockingSession> prepared(String which, Values values) throws SQLException {
    return read(PREPARED + which + OLDEST_PREPARED, values, PostgresqlHolders::prepared);
  }

  private List<BlockingSession> read(String query, Values values, Reader reader)
      throws SQLException {
    List<BlockingSession> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      values.set(statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
    }
    return found;
  }

  private static BlockingSession session(ResultSet row) throws SQLException {
    long idle = row.getLong(3);
    Optional<Duration> known =
        row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(idle));
    return new BlockingSession(
        row.getString(2),
        Optional.of("SELECT pg_terminate_backend(" + row.getInt(1) + ")"),
        row.getBoolean(4),
        known);
  }

  private static BlockingSession prepared(ResultSet row) throws SQLException {
    String gid = quoted(row.getString(1));
    return new BlockingSession(
        "prepared transaction " + gid + row.getString(2) + ", which belongs to no session",
        Optional.of("ROLLBACK PREPARED " + gid),
        false,
        Optional.empty());
  }

  /** A literal in one line, whatever {@code standard_conforming_strings} says. */
  static String quoted(String gid) {
    String doubled = gid.replace("'", "''");
    if (gid.chars().allMatch(c -> c != '\\' && !isSpecial(c))) {
      return "'" + doubled + "'";
    }
    StringBuilder text = new StringBuilder("E'");
    doubled
        .chars()
        .forEach(
            c -> {
              if (c == '\\') {
                text.append("\\\\");
              } else if (isSpecial(c)) {
                text.append(String.format("\\u%04X", c));
              } else {
                text.append((char) c);
              }
            });
    return text.append('\'').toString();
  }

  /** What would break the line of a message, or not be seen in it. */
  private static boolean isSpecial(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
  }
}
