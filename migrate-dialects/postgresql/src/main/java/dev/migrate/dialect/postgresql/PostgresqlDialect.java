package dev.migrate.dialect.postgresql;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dialect of PostgreSQL. Immutable and thread-safe; made by {@link PostgresqlDialectProvider}
 * for one version.
 *
 * <p>READ UNCOMMITTED is READ COMMITTED to PostgreSQL, so every connection reads what is committed.
 */
final class PostgresqlDialect implements Dialect {

  private static final List<DialectName> NAMES = List.of(DialectName.POSTGRESQL);

  /**
   * NAMEDATALEN - 1, unless the server was compiled with another: 4.1.1 in the manual. Longer names
   * are cut.
   */
  private static final int NAME_LENGTH = 63;

  /**
   * {@code undefined_table}. PostgreSQL reports the same if the schema of a qualified name is
   * missing; then the attempt to make the table reports so ({@code 3F000}).
   *
   * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Appendix A.
   *     PostgreSQL Error Codes</a>
   */
  private static final String UNDEFINED_TABLE = "42P01";

  /** All of these take a lock for a moment at most: 13.3 Explicit Locking in the manual. */
  private static final Set<OnlineChange> ONLINE =
      Set.of(
          OnlineChange.CREATE_INDEX,
          OnlineChange.DROP_INDEX,
          OnlineChange.ADD_COLUMN,
          OnlineChange.ADD_COLUMN_WITH_DEFAULT,
          OnlineChange.DROP_COLUMN,
          OnlineChange.RENAME_COLUMN,
          OnlineChange.CHANGE_DEFAULT,
          OnlineChange.WIDEN_VARCHAR,
          OnlineChange.ADD_CONSTRAINT_NOT_VALID,
          OnlineChange.VALIDATE_CONSTRAINT);

  /** The first version that names the constraints of NOT NULL: E.1 in the manual of 18. */
  private static final int NAMED_NOT_NULL = 18;

  private static final Kind[] RELATIONS = {
    Kind.TABLE, Kind.VIEW, Kind.SEQUENCE, Kind.IDENTITY, Kind.INDEX, Kind.PRIMARY_KEY, Kind.KEY
  };

  /** A table and a view have a type of their name. */
  private static final Kind[] TYPES = {Kind.TABLE, Kind.VIEW, Kind.ENUM_TYPE};

  private final Capabilities capabilities;
  private final PostgresqlRenderer renderer;
  private final int major;

  /** A dialect for what calls itself this, such as {@code PostgreSQL 18.6}, and is this version. */
  PostgresqlDialect(String database, int major) {
    this(new Capabilities(database, true, NAME_LENGTH, true, ONLINE), major, Optional.empty());
  }

  private PostgresqlDialect(Capabilities capabilities, int major, Optional<String> schema) {
    this.capabilities = capabilities;
    this.renderer = new PostgresqlRenderer(capabilities, major, schema);
    this.major = major;
  }

  @Override
  public Place place(Connection connection) throws SQLException {
    return PostgresqlPlace.of(connection);
  }

  @Override
  public Dialect at(Place place) {
    return new PostgresqlDialect(
        capabilities, major, place.schema().filter(name -> place.isAmbiguous()));
  }

  @Override
  public String fromCurrentSchema(QualifiedName table) {
    return PostgresqlPlace.fromCurrentSchema(renderer.name(table), table);
  }

  @Override
  public Transactions transactions() {
    return new PostgresqlTransactions();
  }

  @Override
  public SessionState sessionState() {
    return new PostgresqlSessionState();
  }

  @Override
  public StatementWaiting statementWaiting() {
    return new PostgresqlWaiting(renderer);
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
    return new PostgresqlScriptFormat(renderer);
  }

  @Override
  public Inspector inspector() {
    return new PostgresqlInspector(renderer, major);
  }

  @Override
  public Schema canonical(Schema schema) {
    return new PostgresqlCanonical(NAMES).of(schema);
  }

  /**
   * Relations, which indexes are as well, share a space in each schema, and so do types, as a table
   * has a type of its name. The name of a key is that of its index; constraints are a table's own.
   * The type of the arrays of a type, {@code _name}, gives way to everything else.
   *
   * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-class.html">pg_class</a>
   * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html">pg_constraint
   *     </a>
   */
  @Override
  public NameSpaces nameSpaces() {
    NameSpaces spaces =
        NameSpaces.ONE_FOR_ALL
            .comparing(name -> name)
            .apart(RELATIONS)
            .apart(TYPES)
            .perTable(Kind.PRIMARY_KEY, Kind.KEY, Kind.FOREIGN_KEY, Kind.CHECK, Kind.NOT_NULL);
    return major < NAMED_NOT_NULL ? spaces.without(Kind.NOT_NULL) : spaces;
  }

  @Override
  public MigrationLock lock(QualifiedName history) {
    return new PostgresqlLock(history, major);
  }

  @Override
  public Optional<LeaseSupport> leases() {
    return Optional.of(new PostgresqlLeases());
  }

  @Override
  public boolean isMissingTable(SQLException failure) {
    return UNDEFINED_TABLE.equals(failure.getSQLState());
  }

  @Override
  public String toString() {
    return capabilities.database();
  }
}
