package dev.migrate.dialect;

import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that the engine needs to know about a database. Immutable and thread-safe; created by
 * a {@link DialectProvider} for a certain product and version.
 */
public interface Dialect {

  /**
   * The names by which revisions can refer to this dialect.
   *
   * @return at least one name, the most specific first: {@code [mariadb, mysql]}
   */
  List<DialectName> names();

  /** The capabilities of the database. */
  Capabilities capabilities();

  /** Renders operations as SQL. */
  Renderer renderer();

  /** Reads the schema of a live database. */
  Inspector inspector();

  /**
   * The schema as this database would store it: type synonyms are replaced, variants for this
   * dialect chosen, and attributes that it does not store are left out. After every operation,
   * {@code canonical(inspected)} equals {@code canonical(declared)}. Idempotent.
   *
   * @param schema a schema, declared or inspected
   */
  Schema canonical(Schema schema);

  /**
   * A declared schema in canonical form, for which the database is asked how it would store some of
   * the tables. Unlike {@link #canonical(Schema)}, the result also has what only the database
   * knows, such as the constant to which it reduces an expression.
   *
   * @param tables the names of the tables to ask about
   * @param connection a connection without a transaction in use
   * @throws SQLException if the connection fails
   * @see Inspector#stored
   */
  default Schema canonical(Schema schema, Set<QualifiedName> tables, Connection connection)
      throws SQLException {
    Schema stored = inspector().resolve(connection, schema);
    for (Table table : inspector().stored(connection, stored, tables)) {
      stored = stored.with(table);
    }
    return canonical(stored);
  }

  /**
   * Whether the database stores conditions, computations and queries as they were written, so that
   * canonical forms include those of tables.
   *
   * @return false by default
   */
  default boolean keepsTexts() {
    return false;
  }

  /**
   * A condition, computation or query in the form in which texts are compared: equal for texts that
   * differ only in layout.
   *
   * @param text the SQL of an element
   * @return by default, the text with single spaces outside quotes and without a trailing semicolon
   */
  default String comparableText(String text) {
    return SingleSpaces.in(text);
  }

  /**
   * How a live schema differs from a declared one. The database is asked how it would store a table
   * only if its spelling may be the reason for a difference.
   *
   * @param declared a schema as revisions declare it
   * @param live the inspected schema in canonical form
   * @param connection a connection without a transaction in use
   * @return the differences; none if the database matches the declaration
   * @throws SQLException if the connection fails
   */
  default SchemaDifference difference(Schema declared, Schema live, Connection connection)
      throws SQLException {
    SchemaDifference known =
        SchemaDifference.between(canonical(declared, Set.of(), connection), live);
    Set<String> differing =
        known.entries().stream()
            .map(entry -> entry.element().object().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Set<QualifiedName> tables =
        declared.tables().stream()
            .map(Table::name)
            .filter(name -> differing.contains(name.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return tables.isEmpty()
        ? known
        : SchemaDifference.between(canonical(declared, tables, connection), live);
  }

  /**
   * Which kinds of objects share a name space, so that two branches that choose the same name are
   * in conflict.
   *
   * @return by default {@link NameSpaces#ONE_FOR_ALL}, the strictest
   */
  default NameSpaces nameSpaces() {
    return NameSpaces.ONE_FOR_ALL;
  }

  /**
   * The lock that lets one process at a time migrate.
   *
   * @param history the history table, which identifies what is locked
   * @return the lock, not yet held
   */
  MigrationLock lock(QualifiedName history);

  /**
   * What a lease needs, for clusters. {@link MigrationLock#tables()} then names its table: that of
   * the history with {@code _lock} after its name.
   *
   * @return empty by default, for databases that have one server
   */
  default Optional<LeaseSupport> leases() {
    return Optional.empty();
  }

  /**
   * How the vendor's own client runs a script.
   *
   * @return {@link ScriptFormat#PLAIN} by default
   */
  default ScriptFormat scriptFormat() {
    return ScriptFormat.PLAIN;
  }

  /**
   * Whether a statement failed because a table does not exist, as opposed to missing privileges or
   * a lost connection.
   */
  boolean isMissingTable(SQLException failure);

  /**
   * Whether a statement failed only because of another active session, so that a retry may succeed.
   *
   * @return false by default
   */
  default boolean isBusy(SQLException failure) {
    return false;
  }

  /**
   * The schema to which unqualified names refer on a connection. Takes one query at most.
   *
   * @param connection a connection outside a transaction
   * @return {@link Place#ONLY} by default
   * @throws SQLException if the query fails
   */
  default Place place(Connection connection) throws SQLException {
    return Place.ONLY;
  }

  /**
   * A copy whose statements name the schema of a place wherever an unqualified name would be
   * ambiguous.
   *
   * @param place what {@link #place} returned
   */
  default Dialect at(Place place) {
    return this;
  }

  /**
   * How a query reads a table of the current schema only, before it is known which schema that is.
   *
   * @return the text after {@code FROM}: the table's name, and a condition that excludes the rows
   *     of a table of this name in another schema; by default the name alone
   */
  default String fromCurrentSchema(QualifiedName table) {
    return renderer().name(table);
  }

  /**
   * Detects the state of transactions.
   *
   * @return by default, one that uses savepoints
   */
  default Transactions transactions() {
    return new SavepointTransactions();
  }

  /**
   * The session state that statements can change.
   *
   * @return {@link SessionState#UNKNOWN} by default
   */
  default SessionState sessionState() {
    return SessionState.UNKNOWN;
  }

  /**
   * How statements wait for locks of other sessions.
   *
   * @return {@link StatementWaiting#UNKNOWN} by default
   */
  default StatementWaiting statementWaiting() {
    return StatementWaiting.UNKNOWN;
  }

  /**
   * Whether the connection reads only committed data. Asks the driver, not the server.
   *
   * @return false if its isolation level allows more
   * @throws SQLException if the connection is closed
   */
  default boolean readsCommitted(Connection connection) throws SQLException {
    return true;
  }

  /**
   * The history table with what this database needs so that texts keep every character and are
   * equal only if identical, and rows are transactional. Only its column {@code operations} holds
   * large texts.
   *
   * @param table the table as it is declared
   * @return the table to create; unchanged by default
   */
  default Table historyTable(Table table) {
    return table;
  }

  /**
   * The maximum size in bytes of one statement with its values. Asks the server.
   *
   * @return the limit; by default empty, for databases whose limit no revision reaches
   * @throws SQLException if the query fails
   */
  default OptionalLong longestStatement(Connection connection) throws SQLException {
    return OptionalLong.empty();
  }
}
