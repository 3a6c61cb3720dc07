package dev.migrate.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.ansi.AnsiReservedWords;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** H2 itself says which words it does not take. */
class H2ReservedWordsTest {

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE % (x INT NOT NULL, % INT, CONSTRAINT % PRIMARY KEY (x))",
          "CREATE INDEX % ON % (% DESC, x)",
          "DROP INDEX %",
          "INSERT INTO % (%, x) VALUES (1, 2)",
          "SELECT %, x FROM % WHERE % = 1 ORDER BY %",
          "SELECT %.% FROM %",
          "UPDATE % SET % = 2 WHERE % IS NULL",
          "DELETE FROM % WHERE % IN (3, 4)",
          "ALTER TABLE % ALTER COLUMN % SET DATA TYPE BIGINT",
          "ALTER TABLE % ADD CONSTRAINT c CHECK (% > 0)",
          "ALTER TABLE % RENAME COLUMN % TO y",
          "ALTER TABLE % ADD COLUMN % INT",
          "ALTER TABLE % DROP COLUMN %",
          "ALTER TABLE % RENAME CONSTRAINT % TO y",
          "ALTER TABLE % RENAME TO y",
          "DROP TABLE y",
          "CREATE SCHEMA %",
          "CREATE SEQUENCE %.% START WITH 1",
          "CREATE TABLE t (x INT DEFAULT NEXT VALUE FOR %.%)",
          "CREATE VIEW % AS SELECT x AS % FROM t");

  @Test
  void areExactlyThoseThatH2DoesNotTake() throws SQLException {
    Set<String> refused = new TreeSet<>();
    Set<String> words = new TreeSet<>(AnsiReservedWords.ALL);
    words.addAll(H2ReservedWords.ALL);
    words.addAll(
        Set.of("comment", "data", "group_id", "id", "index", "level", "name", "note", "order_no"));
    words.addAll(Set.of("rank", "regexp", "state", "status", "text", "type", "version", "view"));
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      for (String word : words) {
        try {
          for (String sql : STATEMENTS) {
            statement.execute(sql.replace("%", word));
          }
        } catch (SQLException notTaken) {
          refused.add(word);
        }
        statement.execute("DROP ALL OBJECTS");
      }
    }
    assertThat(refused).isEqualTo(new TreeSet<>(H2ReservedWords.ALL));
  }
}
