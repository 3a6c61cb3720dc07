package dev.migrate.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL itself says which words are keys, and of which category. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlReservedWordsTest {

  @Test
  void areExactlyThoseThatPostgresqlDoesNotTakeAsEveryKindOfName() throws SQLException {
    try (LivePostgresql database = new LivePostgresql()) {
      List<String> words =
          database.query("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T', 'C')");
      assertThat(new TreeSet<>(PostgresqlReservedWords.ALL)).isEqualTo(new TreeSet<>(words));
    }
  }

  @Test
  void typesAreThoseOfPostgresql() throws SQLException {
    try (LivePostgresql database = new LivePostgresql()) {
      List<String> types =
          database.query(
              "SELECT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace"
                  + " AND typtype <> 'c' AND typname !~ '^(_|pg_)'");
      assertThat(new TreeSet<>(PostgresqlReservedWords.TYPES)).isEqualTo(new TreeSet<>(types));
    }
  }

  @Test
  void allOthersAreGoodNamesOfEverything() throws SQLException {
    try (LivePostgresql database = new LivePostgresql()) {
      List<String> words = database.query("SELECT word FROM pg_get_keywords() WHERE catcode = 'U'");
      assertThat(words).hasSizeGreaterThan(200);
      for (String word : words) {
        database.execute(
            "CREATE SCHEMA " + word,
            "CREATE TYPE " + word + "." + word + " AS ENUM ('a')",
            "CREATE TABLE "
                + word
                + " ("
                + word
                + " "
                + word
                + "."
                + word
                + ", x INT, CONSTRAINT "
                + word
                + " CHECK (x > 0))",
            "CREATE INDEX i_" + word + " ON " + word + " (" + word + " DESC, x)",
            "UPDATE " + word + " SET " + word + " = NULL WHERE " + word + " IS NULL",
            "ALTER TABLE " + word + " RENAME COLUMN " + word + " TO y",
            "DROP TABLE " + word,
            "CREATE SEQUENCE " + word,
            "DROP SEQUENCE " + word,
            "CREATE VIEW " + word + " AS SELECT 1 AS " + word,
            "DROP VIEW " + word);
      }
    }
  }
}
