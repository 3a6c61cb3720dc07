package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Place;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * The main database of a connection. SQLite looks for a name among the temporary objects first.
 *
 * @see <a href="https://www.sqlite.org/lang_naming.html">How names are resolved</a>
 */
final class SqlitePlace {

  private static final String TEMPORARY =
      "SELECT name FROM sqlite_temp_master WHERE type IN ('table', 'view', 'index')"
          + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'migrate_session'";

  private SqlitePlace() {}

  static Place of(Connection connection) throws SQLException {
    Set<QualifiedName> hidden = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TEMPORARY)) {
      while (rows.next()) {
        hidden.add(QualifiedName.exactly(rows.getString(1)));
      }
    }
    return Place.ONLY.hiding(hidden);
  }
}
