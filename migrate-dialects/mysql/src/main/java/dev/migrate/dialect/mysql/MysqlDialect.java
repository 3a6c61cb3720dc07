package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Inspector;
import dev.migrate.dialect.LeaseSupport;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.dialect.OnlineChange;
import dev.migrate.dialect.Place;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.ScriptFormat;
import dev.migrate.dialect.SessionState;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.dialect.Transactions;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The dialect of MySQL and MariaDB. Immutable and thread-safe; made by {@link
 * MysqlDialectProvider}.
 */
final class MysqlDialect implements Dialect {

  /**
   * Characters, whatever their bytes.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/identifier-length.html">Lengths of
   *     names</a>
   */
  private static final int NAME_LENGTH = 64;

  /** {@code ER_NO_SUCH_TABLE}; a missing database is another matter. */
  private static final int NO_TABLE = 1146;

  private final MysqlServer server;
  private final Capabilities capabilities;
  private final MysqlRenderer renderer;

  MysqlDialect(MysqlServer server) {
    this.server = server;
    // Both commit the open transaction before and after each change of the schema.
    this.capabilities =
        new Capabilities(server.toString(), false, NAME_LENGTH, false, online(server));
    this.renderer = new MysqlRenderer(server, capabilities);
  }

  /**
   * What InnoDB does in place while others write.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html">Online
   *     DDL in MySQL</a>
   * @see <a href="https://mariadb.com/kb/en/innodb-online-ddl-overview/">and in MariaDB</a>
   */
  private static Set<OnlineChange> online(MysqlServer server) {
    Set<OnlineChange> online =
        EnumSet.of(
            OnlineChange.CREATE_INDEX,
            OnlineChange.DROP_INDEX,
            OnlineChange.ADD_COLUMN,
            OnlineChange.ADD_COLUMN_WITH_DEFAULT,
            OnlineChange.DROP_COLUMN,
            OnlineChange.RENAME_COLUMN,
            OnlineChange.CHANGE_DEFAULT);
    if (server.isMariadb()) {
      online.add(OnlineChange.WIDEN_VARCHAR); // in MySQL up to 255 bytes, or from 256 on
    }
    return online;
  }

  @Override
  public List<DialectName> names() {
    return server.names();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Renderer renderer() {
    return renderer;
  }

  @Override
  public ScriptFormat scriptFormat() {
    return new MysqlScriptFormat(server);
  }

  @Override
  public Inspector inspector() {
    return new MysqlInspector(server);
  }

  @Override
  public Schema canonical(Schema schema) {
    return new MysqlCanonical(server).of(schema);
  }

  /**
   * Indexes, which keys are as well, are a table's own, and a foreign key's index has its name; the
   * names of foreign keys are one space in a database. So are those of checks, in MySQL: in MariaDB
   * they are a table's own.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table.html">CREATE TABLE: {@code
   *     CONSTRAINT symbol}</a>
   * @see <a
   *     href="https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html">Identifiers
   *     of foreign keys</a>
   */
  @Override
  public NameSpaces nameSpaces() {
    NameSpaces spaces =
        NameSpaces.ONE_FOR_ALL
            .comparing(name -> name, Kind.TABLE, Kind.VIEW, Kind.SEQUENCE)
            .apart(Kind.TABLE, Kind.VIEW, Kind.SEQUENCE)
            .apart(Kind.FOREIGN_KEY)
            .perTable(Kind.INDEX, Kind.KEY, Kind.FOREIGN_KEY_INDEX)
            .without(Kind.PRIMARY_KEY, Kind.IDENTITY, Kind.ENUM_TYPE, Kind.NOT_NULL);
    return server.isMariadb() ? spaces.perTable(Kind.CHECK) : spaces.apart(Kind.CHECK);
  }

  @Override
  public MigrationLock lock(QualifiedName history) {
    return new MysqlLock(history);
  }

  @Override
  public Optional<LeaseSupport> leases() {
    return Optional.of(new MysqlLeases());
  }

  @Override
  public Place place(Connection connection) throws SQLException {
    return MysqlPlace.of(connection, server);
  }

  @Override
  public Transactions transactions() {
    return new MysqlTransactions();
  }

  @Override
  public SessionState sessionState() {
    return new MysqlSessionState();
  }

  @Override
  public StatementWaiting statementWaiting() {
    return new MysqlWaiting(server);
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return failure.getErrorCode() == NO_TABLE;
  }

  /**
   * Both drivers ask the server, which is one question more at each start: only there it is known,
   * and where a server reads uncommitted rows, a history that is read so may never come true.
   */
  @Override
  public boolean readsCommitted(Connection connection) throws SQLException {
    return connection.getTransactionIsolation() != Connection.TRANSACTION_READ_UNCOMMITTED;
  }

  /**
   * The defaults of the database are not asked: they may be another character set, a collation that
   * ignores case and accents, or an engine without transactions.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/charset-unicode-sets.html">Unicode
   *     character sets: binary collations</a>
   */
  @Override
  public Table historyTable(Table table) {
    return table.withOptions(
        List.of(
            new TableOption(
                names().get(0),
                "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")));
  }

  /**
   * A statement and its values are one packet.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/packet-too-large.html">Packet too
   *     large</a>
   */
  @Override
  public OptionalLong longestStatement(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet limit = statement.executeQuery("SELECT @@max_allowed_packet")) {
      limit.next();
      return OptionalLong.of(limit.getLong(1));
    }
  }

  @Override
  public String toString() {
    return capabilities.database();
  }
}
