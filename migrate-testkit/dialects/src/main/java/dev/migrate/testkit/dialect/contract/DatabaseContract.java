package dev.migrate.testkit.dialect.contract;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What every contract of the engine on a database needs: an empty database, and a look into it. */
public interface DatabaseContract {

  /** A new, empty database, another one for each call. */
  DataSource emptyDatabase();

  /** Decides which of many similar cases are tried; the same cases each time for the same text. */
  default String seed() {
    return getClass().getName();
  }

  /** A migrator with the usual settings. */
  default Migrator migrator(DataSource database, Revision... revisions) {
    return Migrator.on(database).revisions(List.of(revisions)).build();
  }

  /** Runs SQL on a connection of its own. */
  default void execute(DataSource database, String... statements) {
    try {
      new TestDatabase(database).execute(statements);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /**
   * Reads rows on a connection of its own.
   *
   * @return each row as its values in words, with a blank between two
   */
  default List<String> rows(DataSource database, String sql) {
    try {
      return new TestDatabase(database).rows(sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
