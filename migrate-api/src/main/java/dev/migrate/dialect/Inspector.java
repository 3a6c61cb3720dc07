package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Looks at a live database. Immutable and thread-safe. */
public interface Inspector {

  /**
   * Reads the schema in a constant number of catalogue queries, whatever its size.
   *
   * @param connection the connection; its default schema is the one without a namespace
   * @param namespaces the namespaces to read beside the default one; those that are not there are
   *     left out
   * @return what is there, as far as it can be said in the model
   * @throws SQLException if a query fails
   */
  Schema inspect(Connection connection, Set<String> namespaces) throws SQLException;

  /**
   * Reads the names of all tables and views in one catalogue query.
   *
   * @param connection the connection; its default schema is the one without a namespace
   * @return the names in the default schema and in all others that the user can see
   * @throws SQLException if the query fails
   */
  Set<QualifiedName> relations(Connection connection) throws SQLException;
}
