package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A database of the tests. */
interface TestEngine {

  /** A new, empty database. */
  DataSource emptyDatabase();

  /**
   * Statements that make the database of a connection empty again; none if it is not used again.
   */
  default List<String> emptying() {
    return List.of();
  }

  /** The statement that makes the database look at foreign keys, or no longer. */
  String foreignKeys(boolean enforced);

  /** Two of its collations; none if a column has none of its own. */
  default List<String> collations() {
    return List.of();
  }

  default Dialect dialect() {
    try (Connection connection = emptyDatabase().getConnection()) {
      return TestDatabase.dialect(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
