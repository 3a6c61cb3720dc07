package dev.migrate.testkit.dialect;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What every contract of the engine on a database needs: an empty database, and a look into it. */
public interface DatabaseContract {

  /**
   * A new, empty database, another one for each call.
   *
   * @return its connections
   */
  DataSource emptyDatabase();

  /**
   * A migrator with the usual settings.
   *
   * @param database the database
   * @param revisions the revisions
   * @return the migrator
   */
  default Migrator migrator(DataSource database, Revision... revisions) {
    return Migrator.on(database).revisions(List.of(revisions)).build();
  }

  /**
   * Runs SQL on a connection of its own.
   *
   * @param database the database
   * @param statements the statements
   */
  default void execute(DataSource database, String... statements) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /**
   * Reads rows on a connection of its own.
   *
   * @param database the database
   * @param sql the query
   * @return each row as its values in words, with a blank between two
   */
  default List<String> rows(DataSource database, String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join(" ", row));
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return rows;
  }
}
