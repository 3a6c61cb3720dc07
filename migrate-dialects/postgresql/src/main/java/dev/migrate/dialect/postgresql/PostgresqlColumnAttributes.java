package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ElementName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the model cannot hold of a column, read from rows of {@link PostgresqlQueries#COLUMNS}.
 *
 * @param unmodelled collects it
 * @param column the column
 */
record PostgresqlColumnAttributes(PostgresqlUnmodelled unmodelled, ElementName column) {

  private static final Map<String, String> STORAGE =
      Map.of("p", "PLAIN", "e", "EXTERNAL", "x", "EXTENDED", "m", "MAIN");

  private static final Map<String, String> COMPRESSION = Map.of("p", "pglz", "l", "lz4");

  /** The greatest value of each type that an identity can have. */
  private static final Map<String, Long> GREATEST =
      Map.of("smallint", 32_767L, "integer", 2_147_483_647L, "bigint", Long.MAX_VALUE);

  void read(ResultSet row) throws SQLException {
    unmodelled.attribute(column, "not null", row.getString(15));
    unmodelled.attribute(column, "identity options", identityOptions(row));
    unmodelled.attribute(column, "storage", translated(STORAGE, row.getString(23)));
    unmodelled.attribute(column, "compression", translated(COMPRESSION, row.getString(24)));
    unmodelled.attribute(column, "options", row.getString(25));
    unmodelled.attribute(column, "statistics target", row.getString(26));
  }

  /** Whether rows have NULL perhaps: {@code NOT NULL … NOT VALID} of PostgreSQL 18. */
  boolean isNotNullUnchecked(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString(15)).filter(o -> o.contains("NOT VALID")).isPresent();
  }

  private static String translated(Map<String, String> words, String letter) {
    return letter == null ? "" : words.getOrDefault(letter, letter);
  }

  /** In the words that would make them, without those that every identity has. */
  private static String identityOptions(ResultSet row) throws SQLException {
    String type = row.getString(22);
    if (type == null) {
      return "";
    }
    List<String> options = new ArrayList<>();
    long increment = row.getLong(17);
    boolean up = increment > 0;
    long greatest = GREATEST.getOrDefault(type, Long.MAX_VALUE);
    add(options, "START WITH ", row.getLong(16), up ? row.getLong(18) : row.getLong(19));
    add(options, "INCREMENT BY ", increment, 1);
    add(options, "MINVALUE ", row.getLong(18), up ? 1 : -greatest - 1);
    add(options, "MAXVALUE ", row.getLong(19), up ? greatest : -1);
    add(options, "CACHE ", row.getLong(20), 1);
    if (row.getBoolean(21)) {
      options.add("CYCLE");
    }
    return String.join(" ", options);
  }

  private static void add(List<String> options, String words, long value, long usual) {
    if (value != usual) {
      options.add(words + value);
    }
  }
}
