package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The servers themselves say which of their words they do not take. */
class MysqlReservedWordsTest {

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE % (x INT NOT NULL, % INT, CONSTRAINT % UNIQUE (x))",
          "CREATE INDEX i ON % (% DESC, x)",
          "ALTER TABLE % RENAME INDEX i TO j",
          "INSERT INTO % (%, x) VALUES (1, 2)",
          "SELECT %, x FROM % WHERE % = 1 ORDER BY %",
          "UPDATE % SET % = 2 WHERE % IS NULL",
          "DELETE FROM % WHERE % IN (3, 4)",
          "ALTER TABLE % MODIFY COLUMN % BIGINT",
          "ALTER TABLE % ADD CONSTRAINT c CHECK (% > 0)",
          "ALTER TABLE % DROP CONSTRAINT c",
          "ALTER TABLE % RENAME COLUMN % TO y",
          "ALTER TABLE % ADD COLUMN % INT",
          "ALTER TABLE % DROP COLUMN %",
          "ALTER TABLE % RENAME TO z",
          "DROP TABLE z",
          "CREATE TABLE t (x INT)",
          "CREATE VIEW % AS SELECT x AS % FROM t",
          "DROP VIEW %",
          "DROP TABLE t");

  /** Reserved in MySQL alone, or in later versions, or only in some places. */
  private static final int MOST_ELSEWHERE = 60;

  @Test
  void containThoseThatMariadbDoesNotTake() throws SQLException {
    Set<String> refused;
    try (Connection connection = TestServer.mariadb().onlyDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      refused = refused(statement);
    }
    assertThat(refused).hasSizeGreaterThan(150);
    assertThat(new TreeSet<>(MysqlReservedWords.ALL)).containsAll(refused);
    Set<String> elsewhere = new TreeSet<>(MysqlReservedWords.ALL);
    elsewhere.removeAll(refused);
    assertThat(elsewhere).as("reserved elsewhere").hasSizeLessThan(MOST_ELSEWHERE);
  }

  /** MySQL has a list of its own, and it is true: each of them is tried. */
  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql {

    @Test
    void containThoseThatMysqlDoesNotTake() throws SQLException {
      try (Connection connection = TestServer.mysql().onlyDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        Set<String> refused = refused(statement);
        assertThat(refused).hasSizeGreaterThan(250);
        assertThat(new TreeSet<>(MysqlReservedWords.ALL)).containsAll(refused);
        assertThat(new TreeSet<>(MysqlReservedWords.ALL))
            .containsAll(
                words(
                    statement,
                    "SELECT LOWER(WORD) FROM INFORMATION_SCHEMA.KEYWORDS WHERE RESERVED = 1"));
      }
    }
  }

  private static Set<String> refused(Statement statement) throws SQLException {
    Set<String> words = words(statement, "SELECT LOWER(WORD) FROM INFORMATION_SCHEMA.KEYWORDS");
    words.addAll(MysqlReservedWords.ALL);
    Set<String> refused = new TreeSet<>();
    for (String word : words) {
      try {
        for (String sql : STATEMENTS) {
          statement.execute(sql.replace("%", word));
        }
      } catch (SQLException notTaken) {
        refused.add(word);
        for (String sql : List.of("DROP VIEW IF EXISTS ", "DROP TABLE IF EXISTS t, z, ")) {
          statement.execute(sql + "`" + word + "`");
        }
      }
    }
    return refused;
  }

  /** The words that a query has. */
  private static Set<String> words(Statement statement, String sql) throws SQLException {
    List<String> words = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    words.removeIf(word -> !word.matches("[a-z_][a-z0-9_]*"));
    return new TreeSet<>(words);
  }
}
