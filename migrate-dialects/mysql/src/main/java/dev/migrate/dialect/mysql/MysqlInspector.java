package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Inspector;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Inspects a live database in nine queries whatever its size; seven where there are neither views
 * nor sequences. A namespace is a database.
 *
 * @param server which server it is
 */
record MysqlInspector(MysqlServer server) implements Inspector {

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    MysqlDatabases databases = MysqlDatabases.of(connection, namespaces);
    return new MysqlCatalogue(connection, server, databases).read();
  }

  @Override
  public Schema resolve(Connection connection, Schema declared) throws SQLException {
    return new MysqlResolution(server).resolve(connection, declared);
  }

  /** MariaDB shows constraints only to who can do more with a table than read it. */
  @Override
  public boolean hidesForeignKeys(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet hides = statement.executeQuery(MysqlQueries.HIDES_CONSTRAINTS)) {
      return hides.next() && hides.getBoolean(1);
    }
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

  /** Names may be stored in other letters than revisions write them in. */
  @Override
  public Set<QualifiedName> tablesWithoutTransactions(
      Connection connection, Set<QualifiedName> tables) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MysqlQueries.WITHOUT_TRANSACTIONS)) {
      Set<QualifiedName> without = new TreeSet<>();
      while (rows.next()) {
        String found = folded(name(rows.getString(3), rows.getString(1), rows.getString(2)));
        tables.stream().filter(table -> folded(table).equals(found)).forEach(without::add);
      }
      return without;
    }
  }

  private static String folded(QualifiedName name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** The name of an object as the model has it: without a database in the default one. */
  static QualifiedName name(@Nullable String current, String database, String name) {
    return database.equals(current)
        ? QualifiedName.exactly(name)
        : QualifiedName.in(database, name);
  }
}
