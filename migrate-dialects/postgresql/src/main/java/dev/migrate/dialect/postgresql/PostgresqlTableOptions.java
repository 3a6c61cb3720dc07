package dev.migrate.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands after the parentheses of {@code CREATE TABLE}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE in the
 *     manual</a>
 */
final class PostgresqlTableOptions {

  /** A quoted value of one word, a quoted text or name, white space, or anything else. */
  private static final Pattern PART =
      Pattern.compile("'(?<word>[\\w.]+)'|'[^']*+'|\"[^\"]*+\"|\\s+|[^'\"\\s]+");

  private PostgresqlTableOptions() {}

  /** The options of a table, read from a row of {@link PostgresqlQueries#TABLES}. */
  static Optional<String> of(ResultSet row) throws SQLException {
    List<String> options = new ArrayList<>();
    add(options, "INHERITS (%s)", row.getString(8));
    add(options, "PARTITION BY %s", row.getString(9));
    add(options, "USING %s", row.getString(10));
    add(options, "WITH (%s)", row.getString(7));
    add(options, "TABLESPACE %s", row.getString(11));
    return options.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", options));
  }

  private static void add(List<String> options, String words, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      options.add(words.formatted(value));
    }
  }

  /** The same for everyone who writes the same option: lower case, few spaces, few quotes. */
  static String normal(String option) {
    StringBuilder sql = new StringBuilder();
    Matcher parts = PART.matcher(option.strip());
    while (parts.find()) {
      String part = parts.group();
      boolean quoted = part.startsWith("'") || part.startsWith("\"");
      sql.append(
          parts.group("word") != null
              ? parts.group("word")
              : quoted ? part : part.isBlank() ? " " : part.toLowerCase(Locale.ROOT));
    }
    return sql.toString().replaceAll(" ?([=,()]) ?", "$1").strip();
  }
}
