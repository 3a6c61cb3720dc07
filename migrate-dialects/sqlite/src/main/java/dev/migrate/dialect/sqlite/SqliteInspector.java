package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Inspector;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at a live SQLite database, in one query whatever its size. Other databases that are
 * attached are left out, and so are virtual tables and the tables behind them, triggers, and {@code
 * ON CONFLICT} clauses, for which the model has no word.
 */
record SqliteInspector() implements Inspector {

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet objects = statement.executeQuery(SqliteQueries.OBJECTS)) {
      SqliteCatalogue catalogue = new SqliteCatalogue();
      while (objects.next()) {
        catalogue.add(
            objects.getString(1), objects.getString(2), objects.getString(3), objects.getString(4));
      }
      return catalogue.schema();
    }
  }

  @Override
  public Set<QualifiedName> relations(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet names = statement.executeQuery(SqliteQueries.RELATIONS)) {
      Set<QualifiedName> relations = new TreeSet<>();
      while (names.next()) {
        relations.add(QualifiedName.exactly(names.getString(1)));
      }
      return relations;
    }
  }
}
