package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Inspector;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a live database in nine queries whatever its size; seven where there are neither views
 * nor sequences. A namespace is a database.
 *
 * @param server which server it is
 */
record MysqlInspector(MysqlServer server) implements Inspector {

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    Set<String> known = new HashSet<>();
    String current = null;
    try (Statement statement = connection.createStatement();
        ResultSet schemas = statement.executeQuery(MysqlQueries.SCHEMAS)) {
      while (schemas.next()) {
        known.add(schemas.getString(1));
        current = schemas.getString(2);
      }
    }
    Set<String> wanted = new TreeSet<>(namespaces);
    wanted.retainAll(known);
    if (current != null) {
      wanted.remove(current);
    }
    return new MysqlCatalogue(connection, server, current, wanted).read();
  }

  @Override
  public Set<QualifiedName> relations(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet tables = statement.executeQuery(MysqlQueries.RELATIONS)) {
      Set<QualifiedName> relations = new TreeSet<>();
      while (tables.next()) {
        relations.add(name(tables.getString(3), tables.getString(1), tables.getString(2)));
      }
      return relations;
    }
  }

  /** The name of an object as the model has it: without a database in the default one. */
  static QualifiedName name(@Nullable String current, String database, String name) {
    return database.equals(current)
        ? QualifiedName.exactly(name)
        : QualifiedName.in(database, name);
  }
}
