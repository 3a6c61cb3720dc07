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
 * Inspects a live SQLite database, in one query whatever its size. Other databases that are
 * attached are left out, and so are the tables that a virtual one keeps its rows in.
 */
record SqliteInspector(SqliteVersion version) implements Inspector {

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet objects = statement.executeQuery(query())) {
      SqliteCatalogue catalogue = new SqliteCatalogue();
      while (objects.next()) {
        catalogue.add(
            objects.getString(1),
            objects.getString(2),
            objects.getString(3),
            objects.getString(4),
            objects.getBoolean(5));
      }
      return catalogue.schema();
    }
  }

  private String query() {
    String shadow = version.isAtLeast(SqliteVersion.TABLE_LIST) ? SqliteQueries.SHADOW : "0";
    return SqliteQueries.OBJECTS.replace("{shadow}", shadow);
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
