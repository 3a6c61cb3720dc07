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
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a database must answer. Immutable and thread-safe; made by a {@link DialectProvider} for a
 * certain product and version. The engine asks nothing else of a database.
 */
public interface Dialect {

  /**
   * The names by which revisions can mean this dialect.
   *
   * @return at least one name, the most specific first: {@code [mariadb, mysql]}
   */
  List<DialectName> names();

  /**
   * What this dialect can do, in facts.
   *
   * @return the capabilities
   */
  Capabilities capabilities();

  /**
   * Renders operations as SQL.
   *
   * @return the renderer
   */
  Renderer renderer();

  /**
   * Looks at a live database.
   *
   * @return the inspector
   */
  Inspector inspector();

  /**
   * A schema as this database would store it: synonyms of types replaced, variants for this dialect
   * chosen, what it does not know left out. For every operation that ran, {@code
   * canonical(inspected)} equals {@code canonical(declared)}. Applied twice, it changes nothing.
   *
   * @param schema a schema, declared or inspected
   * @return the schema in canonical form
   */
  Schema canonical(Schema schema);

  /**
   * A declared schema in canonical form, where the database itself is asked how it stores some of
   * the tables. Equals {@code canonical(inspected)} for everything that {@link #canonical(Schema)}
   * cannot know, such as the constant that an expression is reduced to.
   *
   * @param schema a declared schema
   * @param tables the names of the tables to ask about
   * @param connection the connection, without an open transaction that anybody needs
   * @return the schema in canonical form
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
   * Whether the database keeps conditions, computations and queries as they were written, so that
   * the canonical form compares those of tables.
   *
   * @return false unless overridden
   */
  default boolean keepsTexts() {
    return false;
  }

  /**
   * A condition, computation or query in the form in which two of them are compared: equal for
   * texts that differ in their layout alone.
   *
   * @param text the SQL of an element
   * @return the text with single spaces outside of quotes and without a semicolon at its end,
   *     unless overridden
   */
  default String comparableText(String text) {
    return SingleSpaces.in(text);
  }

  /**
   * How a live schema differs from a declared one. The database is only asked how it stores a table
   * where its spelling may be the reason for a difference.
   *
   * @param declared a schema as revisions declare it
   * @param live the inspected schema in canonical form
   * @param connection the connection, without an open transaction that anybody needs
   * @return the differences, none if the database has what was declared
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
   * Which things may not have the same name, so that two branches that choose the same one are in
   * conflict.
   *
   * @return {@link NameSpaces#ONE_FOR_ALL} unless overridden, the strictest there is
   */
  default NameSpaces nameSpaces() {
    return NameSpaces.ONE_FOR_ALL;
  }

  /**
   * The lock under which one process at a time migrates.
   *
   * @param history the history table, which stands for what is locked
   * @return the lock, not yet held
   */
  MigrationLock lock(QualifiedName history);

  /**
   * How the vendor's own client runs a script.
   *
   * @return {@link ScriptFormat#PLAIN} unless overridden
   */
  default ScriptFormat scriptFormat() {
    return ScriptFormat.PLAIN;
  }

  /**
   * Whether a statement failed because a table is not there, as opposed to missing rights or a lost
   * connection.
   *
   * @param failure what the driver threw
   * @return whether the table is missing
   */
  boolean isMissingTable(SQLException failure);

  /**
   * Whether a statement failed only because another session is at work at this moment, so that it
   * may succeed when it is tried again.
   *
   * @param failure what the driver threw
   * @return false unless overridden
   */
  default boolean isBusy(SQLException failure) {
    return false;
  }

  /**
   * Where names without a namespace are on a connection. One query at most.
   *
   * @param connection the connection, outside a transaction
   * @return {@link Place#ONLY} unless overridden
   * @throws SQLException if the query fails
   */
  default Place place(Connection connection) throws SQLException {
    return Place.ONLY;
  }

  /**
   * The same dialect, whose statements name the schema of a place wherever a name without one could
   * mean something else.
   *
   * @param place what {@link #place} returned
   * @return this dialect unless overridden
   */
  default Dialect at(Place place) {
    return this;
  }

  /**
   * How a query reads a table of the current schema alone, before it is known which schema that is.
   *
   * @param table the table
   * @return what stands after {@code FROM}: the table's name, and a condition that finds no row of
   *     a table of this name in another schema; the name alone unless overridden
   */
  default String fromCurrentSchema(QualifiedName table) {
    return renderer().name(table);
  }

  /**
   * What the server says about transactions.
   *
   * @return one that uses savepoints, unless overridden
   */
  default Transactions transactions() {
    return new SavepointTransactions();
  }

  /**
   * What statements can leave in a session.
   *
   * @return {@link SessionState#UNKNOWN} unless overridden
   */
  default SessionState sessionState() {
    return SessionState.UNKNOWN;
  }

  /**
   * Whether the connection sees nothing but what others have committed. Asks the driver, not the
   * server.
   *
   * @param connection the connection
   * @return false if its isolation level lets it see more
   * @throws SQLException if the connection is closed
   */
  default boolean readsCommitted(Connection connection) throws SQLException {
    return true;
  }

  /**
   * The history table as this database has to have it: its texts keep every character and are equal
   * only if they are the same, and its rows take part in transactions. Only its column {@code
   * operations} holds large texts.
   *
   * @param table the table as it is declared
   * @return the table to create; the same unless overridden
   */
  default Table historyTable(Table table) {
    return table;
  }

  /**
   * How many bytes one statement can have together with its values. Asks the server.
   *
   * @param connection the connection
   * @return the limit; empty unless overridden, where no revision comes near it
   * @throws SQLException if the query fails
   */
  default OptionalLong longestStatement(Connection connection) throws SQLException {
    return OptionalLong.empty();
  }
}
