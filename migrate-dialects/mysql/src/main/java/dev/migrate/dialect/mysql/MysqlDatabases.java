package dev.migrate.dialect.mysql;

import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The databases that are looked at: the connection's default one, and those that are namespaces.
 *
 * @param current the default database, if there is one
 * @param namespaces the others, all of which exist
 * @param collations the default collation of every database
 * @param user who is connected
 * @param hasEvents whether the server shows its events
 */
record MysqlDatabases(
    @Nullable String current,
    Set<String> namespaces,
    Map<String, String> collations,
    String user,
    boolean hasEvents) {

  /** Asks the server. */
  static MysqlDatabases of(Connection connection, Set<String> wanted) throws SQLException {
    Map<String, String> collations = new HashMap<>();
    String current = null;
    String user = "";
    boolean hasEvents = false;
    try (Statement statement = connection.createStatement();
        ResultSet schemas = statement.executeQuery(MysqlQueries.SCHEMAS)) {
      while (schemas.next()) {
        collations.put(schemas.getString(1), schemas.getString(3));
        current = schemas.getString(2);
        user = schemas.getString(4);
        hasEvents = !"DISABLED".equals(schemas.getString(5));
      }
    }
    Set<String> namespaces = new TreeSet<>(wanted);
    namespaces.retainAll(collations.keySet());
    if (current != null) {
      namespaces.remove(current);
    }
    return new MysqlDatabases(current, namespaces, collations, user, hasEvents);
  }

  /** All that are looked at. */
  List<String> names() {
    List<String> names = new ArrayList<>(namespaces);
    if (current != null) {
      names.add(current);
    }
    return names;
  }

  String currentName() {
    return String.valueOf(current);
  }

  @Nullable String collation(String database) {
    return collations.get(database);
  }

  /** The name of an object as the model has it: without a database in the default one. */
  QualifiedName qualified(String database, String name) {
    return database.equals(current)
        ? QualifiedName.exactly(name)
        : QualifiedName.in(database, name);
  }
}
