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

  /** {@code ER_PARSE_ERROR}. */
  private static final int PARSE_ERROR = 1064;

  /** Reserved in MySQL alone, or in later versions, or only in some places. */
  private static final int MOST_ELSEWHERE = 60;

  @Test
  void containThoseThatMariadbDoesNotTake() throws SQLException {
    Set<String> refused;
    try (Connection connection = TestServer.mariadb().onlyDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      refused = refused(statement, 1);
    }
    assertThat(refused).hasSizeGreaterThan(150);
    assertThat(new TreeSet<>(MysqlReservedWords.ALL)).containsAll(refused);
    Set<String> elsewhere = new TreeSet<>(MysqlReservedWords.ALL);
    elsewhere.removeAll(refused);
    assertThat(elsewhere).as("reserved elsewhere").hasSizeLessThan(MOST_ELSEWHERE);
  }

  /**
   * MySQL has a list of its own. To use a word takes long there; {@code -Dmigrate.test.words=1}
   * uses all of them, instead of every eighth of those that can be parsed.
   */
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
        Set<String> refused = refused(statement, Integer.getInteger("migrate.test.words", 8));
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

  /** The words that the server does not take; every nth is used, the others are only parsed. */
  private static Set<String> refused(Statement statement, int nth) throws SQLException {
    Set<String> words = words(statement, "SELECT LOWER(WORD) FROM INFORMATION_SCHEMA.KEYWORDS");
    words.addAll(MysqlReservedWords.ALL);
    Set<String> refused = new TreeSet<>();
    int number = 0;
    for (String word : words) {
      boolean taken = isParsed(statement, word);
      if (taken && number % nth == 0) {
        taken = isTaken(statement, word);
      }
      if (!taken) {
        refused.add(word);
      }
      number++;
    }
    return refused;
  }

  private static boolean isParsed(Statement statement, String word) throws SQLException {
    for (String sql : STATEMENTS) {
      try {
        statement.execute("PREPARE parsed FROM '" + sql.replace("%", word) + "'");
      } catch (SQLException failure) {
        if (failure.getErrorCode() == PARSE_ERROR) {
          return false;
        }
        // Nothing of that name is there.
      }
    }
    return true;
  }

  private static boolean isTaken(Statement statement, String word) throws SQLException {
    try {
      for (String sql : STATEMENTS) {
        statement.execute(sql.replace("%", word));
      }
      return true;
    } catch (SQLException notTaken) {
      for (String sql : List.of("DROP VIEW IF EXISTS ", "DROP TABLE IF EXISTS t, z, ")) {
        statement.execute(sql + "`" + word + "`");
      }
      return false;
    }
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
