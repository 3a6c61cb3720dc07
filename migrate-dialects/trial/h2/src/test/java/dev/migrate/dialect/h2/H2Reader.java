package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.jdbc.ReadOnlyDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A user who can read a database and nothing else. */
final class H2Reader {

  private static final String SCHEMAS =
      "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA"
          + " WHERE SCHEMA_NAME <> 'INFORMATION_SCHEMA'";

  private H2Reader() {}

  static DataSource of(DataSource database) {
    return new ReadOnlyDataSource(writableFor(database));
  }

  /** The same on connections that say nothing about it. */
  static DataSource writableFor(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER IF NOT EXISTS reader PASSWORD 'reader'");
      List<String> schemas = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(SCHEMAS)) {
        while (rows.next()) {
          schemas.add(rows.getString(1).replace("\"", "\"\""));
        }
      }
      for (String schema : schemas) {
        statement.execute("GRANT SELECT ON SCHEMA \"" + schema + "\" TO reader");
      }
      String url = database.unwrap(UrlDataSource.class).url();
      return Databases.of(url.replace(";DB_CLOSE_DELAY=-1", ""), "reader", "reader");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
