package dev.migrate.dialect.h2;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Inspector;
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
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dialect of H2. Immutable and thread-safe; made by {@link H2DialectProvider}. */
final class H2Dialect implements Dialect {

  private static final List<DialectName> NAMES = List.of(DialectName.H2);

  /** Constants.MAX_IDENTIFIER_LENGTH: characters, whatever their bytes. */
  private static final int NAME_LENGTH = 256;

  /**
   * A table is missing: as such, in an empty database, or with others of a similar name. A missing
   * schema is another matter: nothing in it would be found or made.
   *
   * @see <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">H2's error codes</a>
   */
  private static final Set<Integer> NO_TABLE = Set.of(42102, 42103, 42104);

  /** H2 copies a table to add or drop a column, and locks it to build an index. */
  private static final Set<OnlineChange> ONLINE =
      Set.of(OnlineChange.RENAME_COLUMN, OnlineChange.CHANGE_DEFAULT);

  /** Close to the longest varchar there is. */
  private static final int SHORT_TEXT = 1_000_000;

  private final Capabilities capabilities;
  private final Renderer renderer;

  /** Without a schema, as the catalogue has names. */
  private final Renderer bare;

  /** A dialect for what calls itself this, such as {@code H2 2.5}. */
  H2Dialect(String database) {
    // H2 commits the open transaction before and after each change of the schema.
    this(new Capabilities(database, false, NAME_LENGTH, false, ONLINE), Optional.empty());
  }

  private H2Dialect(Capabilities capabilities, Optional<String> schema) {
    this.capabilities = capabilities;
    this.renderer = new H2Renderer(capabilities, schema);
    this.bare = schema.isEmpty() ? renderer : new H2Renderer(capabilities);
  }

  static boolean isTableMissing(SQLException failure) {
    return NO_TABLE.contains(failure.getErrorCode());
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
    return new H2ScriptFormat();
  }

  @Override
  public Inspector inspector() {
    return new H2Inspector(bare);
  }

  @Override
  public Schema canonical(Schema schema) {
    return new H2Canonical(bare, NAMES).of(schema);
  }

  /** Indexes and constraints are looked up by schema, each in a map of their own. */
  @Override
  public NameSpaces nameSpaces() {
    return NameSpaces.ONE_FOR_ALL
        .comparing(name -> new H2Names(renderer, true, "").stored(name))
        .apart(Kind.TABLE, Kind.VIEW)
        .apart(Kind.SEQUENCE)
        .apart(Kind.INDEX)
        .apart(Kind.PRIMARY_KEY, Kind.KEY, Kind.FOREIGN_KEY, Kind.CHECK)
        .without(Kind.IDENTITY, Kind.ENUM_TYPE, Kind.NOT_NULL);
  }

  @Override
  public MigrationLock lock(QualifiedName history) {
    return new H2Lock(history, renderer);
  }

  /** Not so if the schema of a qualified name is missing: then the table cannot be made either. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    return isTableMissing(failure);
  }

  @Override
  public Place place(Connection connection) throws SQLException {
    return H2Place.of(connection, bare);
  }

  @Override
  public Dialect at(Place place) {
    return new H2Dialect(capabilities, place.schema().filter(name -> place.isAmbiguous()));
  }

  @Override
  public String fromCurrentSchema(QualifiedName table) {
    return H2Place.fromCurrentSchema(bare.name(table), table);
  }

  @Override
  public Transactions transactions() {
    return new H2Transactions();
  }

  @Override
  public SessionState sessionState() {
    return new H2SessionState();
  }

  @Override
  public StatementWaiting statementWaiting() {
    return new H2Waiting();
  }

  /** H2 keeps the level in the session, so no query is needed. */
  @Override
  public boolean readsCommitted(Connection connection) throws SQLException {
    return connection.getTransactionIsolation() != Connection.TRANSACTION_READ_UNCOMMITTED;
  }

  /** H2 keeps a varchar in the row, and a text elsewhere; only the operations need a text. */
  @Override
  public Table historyTable(Table table) {
    return table.withColumns(columns -> columns.stream().map(H2Dialect::historyColumn).toList());
  }

  private static Column historyColumn(Column column) {
    boolean isShort = column.type() == SimpleType.TEXT && !column.name().equals("operations");
    return isShort ? column.withType(new CharacterType(SHORT_TEXT, false)) : column;
  }

  @Override
  public String toString() {
    return capabilities.database();
  }
}
