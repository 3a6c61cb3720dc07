package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Inspector;
import dev.migrate.dialect.Renderer;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Inspects a live PostgreSQL database, in nine queries whatever its size. The schema without a
 * namespace is the first one of the {@code search_path} that is there.
 *
 * <p>Partitioned tables are tables with an option. What the model cannot hold, such as triggers,
 * routines, policies, grants and materialized views, is named in {@link Schema#unmodelled()}.
 *
 * @param renderer renders the statements that create tables to be looked at
 * @param major the first number of the server's version
 */
record PostgresqlInspector(Renderer renderer, int major) implements Inspector {

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    try (PostgresqlReading reading = new PostgresqlReading(connection, namespaces)) {
      return new PostgresqlCatalogue(connection, major, reading.current(), reading.schemas())
          .read();
    }
  }

  @Override
  public List<Table> stored(Connection connection, Schema schema, Set<QualifiedName> tables)
      throws SQLException {
    try (PostgresqlReading reading = new PostgresqlReading(connection, Set.of())) {
      return new PostgresqlScratch(connection, renderer, major, reading.current())
          .of(schema, tables);
    }
  }

  @Override
  public Map<QualifiedName, Expression> storedQueries(
      Connection connection, Schema schema, Set<QualifiedName> views) throws SQLException {
    try (PostgresqlReading reading = new PostgresqlReading(connection, Set.of())) {
      return new PostgresqlScratchViews(reading.connection()).of(schema, views);
    }
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
