package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database of the tests. */
interface TestEngine {

  /** A new, empty database. */
  DataSource emptyDatabase();

  /** The statement that makes the database look at foreign keys, or no longer. */
  String foreignKeys(boolean enforced);

  default Dialect dialect() {
    try (Connection connection = emptyDatabase().getConnection()) {
      return TestDatabase.dialect(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
