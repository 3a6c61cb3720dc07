package dev.migrate.dialect;

import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the schema of a live database. Immutable and thread-safe. */
public interface Inspector {

  /**
   * Reads the schema in a constant number of catalogue queries, whatever its size.
   *
   * @param connection the connection, whose default schema is the one without a namespace
   * @param namespaces the namespaces to read in addition to the default one; those that do not
   *     exist are left out
   * @return the schema, as far as the model can represent it
   * @throws SQLException if a query fails
   */
  Schema inspect(Connection connection, Set<String> namespaces) throws SQLException;

  /**
   * Reads how the database would store tables if they were created now: types, defaults,
   * computations, conditions and index keys in the database's own spelling. Leaves nothing behind
   * and is invisible to other sessions. Costs several statements per table, so it is meant for
   * cases of doubt and not for every start.
   *
   * @param connection a connection without a transaction in use
   * @param schema a declared schema with the tables
   * @param tables the names of the tables to ask about
   * @return the tables as {@link #inspect} would read them, with the foreign keys as they are
   *     declared; without those that the database cannot create now, such as a table whose type
   *     does not exist; empty by default
   * @throws SQLException if the connection fails
   */
  default List<Table> stored(Connection connection, Schema schema, Set<QualifiedName> tables)
      throws SQLException {
    return List.of();
  }

  /**
   * Reads how the database would store the queries of views if they were created now. Leaves
   * nothing behind and is invisible to other sessions.
   *
   * @param connection a connection without a transaction in use
   * @param schema a declared schema with the views
   * @param views the names of the views to ask about
   * @return the queries as {@link #inspect} would read them; without those that the database does
   *     not store; empty by default
   * @throws SQLException if the connection fails
   */
  default Map<QualifiedName, Expression> storedQueries(
      Connection connection, Schema schema, Set<QualifiedName> views) throws SQLException {
    return Map.of();
  }

  /**
   * A declared schema as it can be read back from this database: attributes that equal the
   * database's default are left out if the catalogue does not record whether they were declared.
   * Called before a declared schema is compared with an inspected one.
   *
   * @param declared a schema as revisions declare it
   * @return the schema without such attributes; unchanged by default
   * @throws SQLException if a query fails
   */
  default Schema resolve(Connection connection, Schema declared) throws SQLException {
    return declared;
  }

  /**
   * Whether the catalogue hides foreign keys from the user of a connection, so that it is not known
   * of any of them whether it is missing. Called only if one seems to be. Takes one query at most.
   *
   * @return false by default
   * @throws SQLException if the query fails
   */
  default boolean hidesForeignKeys(Connection connection) throws SQLException {
    return false;
  }

  /**
   * Reads the names of all tables and views in one catalogue query.
   *
   * @param connection the connection, whose default schema is the one without a namespace
   * @return the names in the default schema and in all others that are visible to the user
   * @throws SQLException if the query fails
   */
  Set<QualifiedName> relations(Connection connection) throws SQLException;

  /**
   * The copies that a statement left because the database was killed while it replaced a table by
   * its copy. Only databases whose schema changes are not atomic have such copies.
   *
   * @param connection a connection without a transaction in use
   * @param session the session that executed the statement: what {@link MigrationLock#session}
   *     returned of it
   * @param tables the tables whose copies are looked for
   * @return the copies that this session made; none by default
   * @throws SQLException if a query fails
   */
  default List<UnfinishedCopy> unfinishedCopies(
      Connection connection, String session, Set<QualifiedName> tables) throws SQLException {
    return List.of();
  }

  /**
   * Which tables do not take part in transactions, so that their rows keep a change that is not
   * committed. Called only if a statement that changes rows is in doubt. Takes one query at most.
   *
   * @param connection a connection without a transaction in use
   * @param tables the tables to ask about
   * @return those of them that do not; none by default
   * @throws SQLException if the query fails
   */
  default Set<QualifiedName> tablesWithoutTransactions(
      Connection connection, Set<QualifiedName> tables) throws SQLException {
    return Set.of();
  }
}
