package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Inspector;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.dialect.Place;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.ScriptFormat;
import dev.migrate.dialect.SessionState;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.dialect.Transactions;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The dialect of SQLite. Immutable and thread-safe; made by {@link SqliteDialectProvider}. */
final class SqliteDialect implements Dialect {

  private static final List<DialectName> NAMES = List.of(DialectName.SQLITE);

  /** SQLite has no limit; a longer name has lost its closing quote. */
  private static final int NAME_LENGTH = 255;

  /** SQLITE_ERROR, which most mistakes in SQL have. */
  private static final int ERROR = 1;

  /**
   * Only the words of the message show it: {@code no such table: main.account}, perhaps in the
   * driver's brackets.
   */
  private static final Pattern NO_TABLE = Pattern.compile("(?:^|\\(|: )no such table: ");

  private final Capabilities capabilities;
  private final SqliteTables tables;
  private final Renderer renderer;

  /** A dialect for what calls itself this, such as {@code SQLite 3.53}. */
  SqliteDialect(String database, SqliteVersion version) {
    this.capabilities = new Capabilities(database, true, NAME_LENGTH, false, Set.of());
    this.tables = new SqliteTables(new SqliteDefinitions(capabilities), version);
    this.renderer = new SqliteRenderer(tables);
  }

  @Override
  public List<DialectName> names() {
    return NAMES;
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
    return new SqliteScriptFormat();
  }

  @Override
  public Inspector inspector() {
    return new SqliteInspector(tables.version());
  }

  /** {@code sqlite_schema} has the text of the statement that created a table or a view. */
  @Override
  public boolean keepsTexts() {
    return true;
  }

  /** Comments at the end of a text are not read back, and a rename quotes the new name. */
  @Override
  public String comparableText(String text) {
    return SqliteToken.folded(text).replaceFirst("[ ;]+$", "");
  }

  @Override
  public Schema canonical(Schema schema) {
    return new SqliteCanonical(tables).of(schema);
  }

  /** Tables, views and indexes share one; SQLite ignores names of constraints. */
  @Override
  public NameSpaces nameSpaces() {
    return NameSpaces.ONE_FOR_ALL
        .comparing(SqliteDialect::inLowerCase)
        .apart(Kind.TABLE, Kind.VIEW, Kind.INDEX)
        .without(Kind.PRIMARY_KEY, Kind.KEY, Kind.FOREIGN_KEY, Kind.CHECK)
        .without(Kind.SEQUENCE, Kind.IDENTITY, Kind.ENUM_TYPE, Kind.NOT_NULL);
  }

  /** SQLite folds the letters of ASCII alone. */
  private static String inLowerCase(String name) {
    StringBuilder lower = new StringBuilder(name);
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      lower.setCharAt(i, letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter);
    }
    return lower.toString();
  }

  @Override
  public MigrationLock lock(QualifiedName history) {
    return new SqliteLock();
  }

  @Override
  public Place place(Connection connection) throws SQLException {
    return SqlitePlace.of(connection);
  }

  /** Neither a temporary table of this name nor one in an attached database. */
  @Override
  public String fromCurrentSchema(QualifiedName table) {
    String name = renderer.name(table);
    return table.namespace().isPresent() ? name : "main." + name;
  }

  @Override
  public Transactions transactions() {
    return new SqliteTransactions();
  }

  @Override
  public SessionState sessionState() {
    return new SqliteSessionState();
  }

  @Override
  public StatementWaiting statementWaiting() {
    return new SqliteWaiting();
  }

  /** Another connection has the file, or a table in the cache that both share. */
  @Override
  public boolean isBusy(SQLException failure) {
    return SqliteLock.LOCKED.contains(failure.getErrorCode() & 0xff);
  }

  /** No error code distinguishes a missing table from other mistakes. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    String message = failure.getMessage();
    return failure.getErrorCode() == ERROR && message != null && NO_TABLE.matcher(message).find();
  }

  /** A connection that shares its cache may see more, if it was set so. */
  @Override
  public boolean readsCommitted(Connection connection) throws SQLException {
    return connection.getTransactionIsolation() != Connection.TRANSACTION_READ_UNCOMMITTED;
  }

  @Override
  public String toString() {
    return capabilities.database();
  }
}
