package dev.migrate.dialect.postgresql;

import dev.migrate.operation.ExecuteSql;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What raw SQL must not do to the transaction around it, as far as its first words show.
 *
 * @param words for the refusals
 */
record PostgresqlRawSql(PostgresqlDefinitions words) {

  private static final String COMMENTS = "(?:\\s|--[^\\n]*+(?:\\n|$)|/\\*.*?\\*/)*+";

  private static final Pattern CONTROL =
      pattern(
          "BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE"
              + " TRANSACTION");

  /** See the page of each in the manual's part VI, SQL Commands. */
  private static final Pattern OUTSIDE =
      pattern(
          "VACUUM|(?:CREATE|DROP) (?:DATABASE|TABLESPACE)|ALTER SYSTEM"
              + "|CREATE (?:UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY"
              + "|REINDEX (?:DATABASE|SYSTEM|SCHEMA|(?:INDEX|TABLE) CONCURRENTLY)");

  private static Pattern pattern(String alternatives) {
    String words = alternatives.replace(" ", "\\s+");
    return Pattern.compile(
        COMMENTS + "(" + words + ")\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  void require(ExecuteSql operation) {
    String sql = words.expression(operation.sql());
    Matcher control = CONTROL.matcher(sql);
    Matcher outside = OUTSIDE.matcher(sql);
    if (control.matches()) {
      throw words.unsupported(
          first(control) + " in raw SQL",
          "leave it out: a revision and its row in the history are one transaction");
    } else if (outside.matches() && !operation.isOutsideTransaction()) {
      throw words.unsupported(
          first(outside) + " inside of a transaction",
          "state that it runs outside of one: sql(\"…\").outsideTransaction()");
    }
  }

  private static String first(Matcher words) {
    return words.group(1).replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }
}
