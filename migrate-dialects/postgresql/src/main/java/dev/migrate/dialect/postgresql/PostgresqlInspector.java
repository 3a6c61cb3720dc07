package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Inspector;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at a live PostgreSQL database, in seven queries whatever its size. The schema without a
 * namespace is the first one of the {@code search_path} that is there.
 *
 * <p>Partitioned tables are tables. Materialized views, foreign tables, exclusion constraints,
 * triggers, rules, policies, functions and domains cannot be said in the model and are left out,
 * but {@link #relations} names what can be read.
 */
final class PostgresqlInspector implements Inspector {

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    String current = "";
    boolean plainBackslashes = true;
    Set<String> known = new TreeSet<>();
    try (PreparedStatement query = connection.prepareStatement(PostgresqlQueries.SCHEMAS)) {
      query.setArray(1, connection.createArrayOf("text", namespaces.toArray()));
      try (ResultSet schemas = query.executeQuery()) {
        while (schemas.next()) {
          known.add(schemas.getString(1));
          current = schemas.getBoolean(2) ? schemas.getString(1) : current;
          plainBackslashes = schemas.getBoolean(3);
        }
      }
    }
    return new PostgresqlCatalogue(connection, current, known, plainBackslashes).read();
  }

  @Override
  public Set<QualifiedName> relations(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet relations = statement.executeQuery(PostgresqlQueries.NAMES)) {
      Set<QualifiedName> names = new TreeSet<>();
      while (relations.next()) {
        String schema = relations.getString(1);
        String name = relations.getString(2);
        names.add(
            schema.equals(relations.getString(3))
                ? QualifiedName.exactly(name)
                : QualifiedName.in(schema, name));
      }
      return names;
    }
  }
}
