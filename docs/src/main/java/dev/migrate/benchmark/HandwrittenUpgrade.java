package dev.migrate.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The least that an upgrade does: what is applied stands in a table, the rest is executed, and each
 * revision is committed with its row.
 */
final class HandwrittenUpgrade {

  private HandwrittenUpgrade() {}

  static void to(int revisions, DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Set<String> applied = applied(statement);
      if (applied.size() == revisions) {
        return;
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO history VALUES (?, ?)")) {
        for (int revision = 0; revision < revisions; revision++) {
          if (!applied.contains("r" + revision)) {
            statement.execute(Upgrader.sql(revision));
            insert.setString(1, "r" + revision);
            insert.setTimestamp(2, Timestamp.from(Instant.now()));
            insert.executeUpdate();
            connection.commit();
          }
        }
      }
    }
  }

  private static Set<String> applied(Statement statement) throws SQLException {
    Set<String> applied = new HashSet<>();
    statement.execute(
        "CREATE TABLE IF NOT EXISTS history"
            + " (id VARCHAR(64) PRIMARY KEY, applied_at TIMESTAMP NOT NULL)");
    try (ResultSet rows = statement.executeQuery("SELECT id FROM history")) {
      while (rows.next()) {
        applied.add(rows.getString(1));
      }
    }
    return applied;
  }
}
