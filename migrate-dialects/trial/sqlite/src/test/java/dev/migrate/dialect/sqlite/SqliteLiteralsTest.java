package dev.migrate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.Renderer;
import dev.migrate.error.DefinitionException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Literal;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants come back from the database as they were. */
class SqliteLiteralsTest {

  private static final Renderer RENDERER =
      new SqliteDialectProvider().dialect(DialectName.SQLITE).renderer();

  private static void assertReadBack(@Nullable Object value, String type, String expected)
      throws SQLException {
    String sql = RENDERER.literal(Literal.of(value));
    try (Connection connection = SqliteDatabases.memory().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT typeof(v), v FROM (SELECT " + sql + " v)")) {
      assertThat(row.getString(1)).as(sql).isEqualTo(type);
      assertThat(String.valueOf(row.getString(2))).as(sql).isEqualTo(expected);
    }
  }

  @Test
  void valuesOfEveryKind() throws SQLException {
    assertReadBack(null, "null", "null");
    assertReadBack(true, "integer", "1");
    assertReadBack(false, "integer", "0");
    assertReadBack(-5, "integer", "-5");
    assertReadBack(Long.MAX_VALUE, "integer", "9223372036854775807");
    assertReadBack(new BigDecimal("12.50"), "real", "12.5");
    assertReadBack(LocalDate.of(2024, 2, 29), "text", "2024-02-29");
    assertReadBack(LocalTime.of(10, 0), "text", "10:00:00");
    assertReadBack(LocalDateTime.of(2024, 2, 29, 10, 0), "text", "2024-02-29 10:00:00");
    assertReadBack(Instant.parse("2024-02-29T10:00:00.5Z"), "text", "2024-02-29 10:00:00.5");
    assertReadBack(new UUID(1, 2), "text", "00000000-0000-0001-0000-000000000002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "it's",
        "''",
        "\"quoted\" `and` [more]",
        "\\' \\n \\",
        "line\nline\r\nline\ttab",
        "-- no comment /* here */; DROP TABLE t",
        "ü☃😀\uD83D\uDC69\u200D\uD83D\uDE80",
        "?1 :a @b $c {d '2020-01-01'} %s",
        "\u0001\u001f\u007f"
      })
  void texts(String text) throws SQLException {
    assertReadBack(text, "text", text);
  }

  @Test
  void bytes() throws SQLException {
    String sql = RENDERER.literal(Literal.of(new byte[] {0, 10, -1, 39}));
    try (Connection connection = SqliteDatabases.memory().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + sql)) {
      assertThat(row.getBytes(1)).containsExactly(0, 10, -1, 39);
    }
  }

  @Test
  void nulIsRefused() {
    assertThatThrownBy(() -> Literal.of("a\0b")).isInstanceOf(DefinitionException.class);
  }

  /** What SQLite computes is in the form that is written, so both can be compared. */
  @Test
  void theCurrentTimeLooksAsTimestampsDo() throws SQLException {
    try (Connection connection = SqliteDatabases.memory().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT CURRENT_TIMESTAMP, CURRENT_DATE")) {
      assertThat(row.getString(1)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
      assertThat(row.getString(2)).matches("\\d{4}-\\d\\d-\\d\\d");
    }
  }
}
