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

/** Looks at a live database. Immutable and thread-safe. */
public interface Inspector {

  /**
   * Reads the schema in a constant number of catalogue queries, whatever its size.
   *
   * @param connection the connection; its default schema is the one without a namespace
   * @param namespaces the namespaces to read beside the default one; those that are not there are
   *     left out
   * @return what is there, as far as the model can hold it
   * @throws SQLException if a query fails
   */
  Schema inspect(Connection connection, Set<String> namespaces) throws SQLException;

  /**
   * Reads how the database would store tables if they were created now: their types, defaults,
   * computations, conditions and index keys come back in the database's own spelling, whatever way
   * they were declared. Leaves nothing behind, and nobody else sees anything of it. Costs several
   * statements for each table, so it is for moments of doubt, not for every start.
   *
   * @param connection the connection, without an open transaction that anybody needs
   * @param schema a declared schema, which has the tables
   * @param tables the names of the tables to ask about
   * @return the tables as {@link #inspect} would read them, with the foreign keys as they are
   *     declared; without those that the database cannot create now, such as a table with a type
   *     that is not there; empty by default
   * @throws SQLException if the connection fails
   */
  default List<Table> stored(Connection connection, Schema schema, Set<QualifiedName> tables)
      throws SQLException {
    return List.of();
  }

  /**
   * Reads how the database would store the queries of views if they were created now: in its own
   * spelling. Leaves nothing behind, and nobody else sees anything of it.
   *
   * @param connection the connection, without an open transaction that anybody needs
   * @param schema a declared schema, which has the views
   * @param views the names of the views to ask about
   * @return the queries as {@link #inspect} would read them; without those that the database does
   *     not keep; empty by default
   * @throws SQLException if the connection fails
   */
  default Map<QualifiedName, Expression> storedQueries(
      Connection connection, Schema schema, Set<QualifiedName> views) throws SQLException {
    return Map.of();
  }

  /**
   * A declared schema as it can be read back from this database: what it states although it is the
   * database's default is left out, where the catalogue does not record whether it was stated.
   * Asked before a declared schema is compared with an inspected one.
   *
   * @param declared a schema as revisions declare it
   * @return the schema without such statements; the same unless overridden
   * @throws SQLException if a query fails
   */
  default Schema resolve(Connection connection, Schema declared) throws SQLException {
    return declared;
  }

  /**
   * Reads the names of all tables and views in one catalogue query.
   *
   * @param connection the connection; its default schema is the one without a namespace
   * @return the names in the default schema and in all others that the user can see
   * @throws SQLException if the query fails
   */
  Set<QualifiedName> relations(Connection connection) throws SQLException;
}
