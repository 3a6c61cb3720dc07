package dev.migrate.dialect.h2;

import dev.migrate.dialect.Inspector;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.UnfinishedCopy;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Inspects a live H2 database, in ten queries whatever its size. Catalogue names are written bare,
 * so that they follow the database's own case: opened with {@code DATABASE_TO_LOWER=TRUE}, H2 keeps
 * its own catalogue in lower case too.
 *
 * @param renderer decides which names are written bare, and so are stored in the database's case
 */
record H2Inspector(Renderer renderer) implements Inspector {

  private static final String SCHEMAS =
      "SELECT SCHEMA_NAME, CURRENT_SCHEMA AS case_probe FROM INFORMATION_SCHEMA.SCHEMATA";

  private static final String RELATIONS =
      "SELECT TABLE_SCHEMA, TABLE_NAME, CURRENT_SCHEMA AS case_probe FROM INFORMATION_SCHEMA.TABLES"
          + " WHERE TABLE_TYPE IN ('BASE TABLE', 'VIEW')"
          + " AND UPPER(TABLE_SCHEMA) NOT IN ('INFORMATION_SCHEMA', 'PG_CATALOG')";

  @Override
  public Schema inspect(Connection connection, Set<String> namespaces) throws SQLException {
    Set<String> known = new HashSet<>();
    H2Names names = names(connection, known);
    Set<String> wanted = new TreeSet<>();
    namespaces.forEach(namespace -> wanted.add(names.stored(namespace)));
    wanted.retainAll(known);
    wanted.remove(names.defaultSchema());
    return new H2Catalogue(connection, names, wanted).read();
  }

  @Override
  public List<Table> stored(Connection connection, Schema schema, Set<QualifiedName> tables)
      throws SQLException {
    return new H2Scratch(connection, names(connection)).of(schema, tables);
  }

  @Override
  public List<UnfinishedCopy> unfinishedCopies(
      Connection connection, String session, Set<QualifiedName> tables) throws SQLException {
    return new H2UnfinishedCopies(connection, names(connection)).of(session, tables);
  }

  /** How names are stored. */
  private H2Names names(Connection connection) throws SQLException {
    return names(connection, new HashSet<>());
  }

  /** How names are stored; collects the schemas that are there. */
  private H2Names names(Connection connection, Set<String> known) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet schemas = statement.executeQuery(SCHEMAS)) {
      String current = "";
      while (schemas.next()) {
        known.add(schemas.getString(1));
        current = schemas.getString(2);
      }
      return new H2Names(renderer, storesUpper(schemas, 2), current);
    }
  }

  @Override
  public Set<QualifiedName> relations(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet tables = statement.executeQuery(RELATIONS)) {
      boolean storesUpper = storesUpper(tables, 3);
      Set<QualifiedName> relations = new TreeSet<>();
      while (tables.next()) {
        H2Names names = new H2Names(renderer, storesUpper, tables.getString(3));
        relations.add(names.model(tables.getString(1), tables.getString(2)));
      }
      return relations;
    }
  }

  /**
   * What became of a bare lower-case label shows the database's case without a query of its own.
   */
  static boolean storesUpper(ResultSet result, int column) throws SQLException {
    return result.getMetaData().getColumnLabel(column).equals("CASE_PROBE");
  }
}
