package dev.migrate.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a database that is emptied for each pair of schemas: a new connection has to read
 * the catalogue first. Not thread-safe.
 */
final class LawDatabase implements AutoCloseable {

  /** A server's catalogue grows with all that was dropped. */
  private static final int USES = 100;

  private final TestEngine engine;
  private @Nullable Connection connection;
  private int uses;

  LawDatabase(TestEngine engine) {
    this.engine = engine;
  }

  Connection empty() throws SQLException {
    if (engine.emptying().isEmpty() || ++uses % USES == 0) {
      close();
    }
    Connection known = connection;
    if (known == null) {
      known = engine.emptyDatabase().getConnection();
      connection = known;
    } else {
      try (Statement statement = known.createStatement()) {
        for (String sql : engine.emptying()) {
          statement.execute(sql);
        }
      }
    }
    return known;
  }

  /** Closes the connection; the next one is to another database. */
  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
