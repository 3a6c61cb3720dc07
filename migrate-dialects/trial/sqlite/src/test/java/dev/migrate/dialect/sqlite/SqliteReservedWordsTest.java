package dev.migrate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.ansi.AnsiReservedWords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** SQLite itself says which words it does not take. */
class SqliteReservedWordsTest {

  /**
   * <a href="https://www.sqlite.org/lang_keywords.html">All keywords</a> that are in no standard.
   */
  private static final String KEYWORDS =
      """
      abort action after always analyze attach autoincrement before cascade conflict database
      deferrable deferred detach do each exclude exclusive explain fail first following generated
      glob groups if ignore immediate index indexed initially instead isnull key last limit
      materialized no nothing notnull nulls others plan pragma preceding query raise recursive
      regexp reindex rename replace restrict returning row rows temp temporary ties transaction
      unbounded vacuum view virtual without rowid oid stored strict main status type version\
      """;

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE % (x INT NOT NULL, % INT, CONSTRAINT % PRIMARY KEY (x))",
          "CREATE TABLE r (% INT, CONSTRAINT % FOREIGN KEY (%) REFERENCES % (x), UNIQUE (%))",
          "CREATE INDEX i ON % (% DESC, x)",
          "DROP INDEX i",
          "DROP TABLE r",
          "INSERT INTO % (%, x) VALUES (1, 2)",
          "UPDATE % SET % = 2 WHERE % IS NULL",
          "DELETE FROM % WHERE % IN (3, 4)",
          "CREATE TABLE c (% INT, CHECK (% > 0))",
          "ALTER TABLE % RENAME COLUMN % TO y",
          "ALTER TABLE % ADD COLUMN % INT",
          "ALTER TABLE % DROP COLUMN %",
          "ALTER TABLE % RENAME TO y",
          "DROP TABLE y",
          "CREATE INDEX % ON c (%)",
          "DROP INDEX %",
          "CREATE VIEW % AS SELECT 1 AS %",
          "DROP VIEW %");

  @Test
  void areExactlyThoseThatSqliteDoesNotTake() throws SQLException {
    Set<String> refused = new TreeSet<>();
    Set<String> words = new TreeSet<>(AnsiReservedWords.ALL);
    words.addAll(SqliteReservedWords.ALL);
    words.addAll(List.of(KEYWORDS.split("\\s+")));
    for (String word : words) {
      try (Connection connection = SqliteDatabases.memory().getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : STATEMENTS) {
          statement.execute(sql.replace("%", word));
          if (sql.startsWith("INSERT") && !readsItself(statement, word)) {
            refused.add(word);
          }
        }
      } catch (SQLException notTaken) {
        refused.add(word);
      }
    }
    refused.addAll(Set.of("true", "false")); // columns, until there is none of the name
    assertThat(refused).isEqualTo(new TreeSet<>(SqliteReservedWords.ALL));
  }

  /** As opposed to a word that SQLite takes for something else, such as the current time. */
  private static boolean readsItself(Statement statement, String word) throws SQLException {
    String sql = "SELECT % FROM % WHERE % = 1 ORDER BY %".replace("%", word);
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getInt(1) == 1;
    }
  }
}
