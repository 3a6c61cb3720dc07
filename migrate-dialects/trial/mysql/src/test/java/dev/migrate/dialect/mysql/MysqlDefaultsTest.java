package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A default of every type, and what a row gets from it. */
class MysqlDefaultsTest {

  private static final String TEXT = "it's \\ \"é☃\ud83d\ude00\"\n";

  private static final Revision DEFAULTS =
      Revision.of(
          Lineage.of("defaults").root(),
          op ->
              op.createTable(
                  "t",
                  column("id", integer()),
                  column("bool", bool()).notNull().defaultTo(true),
                  column("number", decimal(5, 2)).defaultTo(new BigDecimal("1.50")),
                  column("text", varchar(40)).notNull().defaultTo(TEXT),
                  column("long_text", text()).notNull().defaultTo(TEXT),
                  column("bytes", binary(4)).defaultTo(new byte[] {0, (byte) 0xff, 0x27}),
                  column("long_bytes", blob()).defaultTo(new byte[] {0, (byte) 0xff, 0x27}),
                  column("date", date()).notNull().defaultTo(LocalDate.of(2024, 7, 1)),
                  column("time", time(3)).defaultTo(LocalTime.of(23, 59, 59, 125_000_000)),
                  column("at", timestamp(3))
                      .defaultTo(LocalDateTime.of(2024, 7, 1, 12, 0, 0, 125_000_000)),
                  column("instant", timestampWithTimeZone(3))
                      .notNull()
                      .defaultTo(Instant.parse("2024-07-01T12:00:00.125Z")),
                  column("instant_or_null", timestampWithTimeZone())
                      .defaultTo(Instant.parse("2024-07-01T12:00:00Z")),
                  column("uuid", uuid())
                      .defaultTo(UUID.fromString("00010203-0405-0607-0809-aabbccddeeff")),
                  column("document", json()).defaultTo("{\"a\": \"it's\"}"),
                  column("today", date()).defaultTo(currentDate()),
                  column("now", timestamp(3)).defaultTo(currentTimestamp()),
                  column("sum", integer()).defaultTo(expression("1 + 2"))));

  private static final String VALUES =
      "SELECT bool, number, text, long_text, HEX(bytes), HEX(long_bytes), date, time, CAST(at AS"
          + " CHAR), UNIX_TIMESTAMP(instant), UNIX_TIMESTAMP(instant_or_null),"
          + " REPLACE(IF(LENGTH(uuid) = 16, LOWER(HEX(uuid)), uuid), '-', ''), document, today IS"
          + " NOT NULL, now IS NOT NULL, sum FROM t";

  @Nested
  class OnMariadb extends Defaults {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Defaults {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Defaults {

    abstract TestServer server();

    /** Also in a session of another time zone, and when a column is restated. */
    @Test
    void everyTypeHasDefaults() throws SQLException {
      Revision notes =
          Revision.of(
              Lineage.of("notes").after("defaults"),
              op -> {
                for (String column :
                    List.of(
                        "text", "long_text", "bytes", "date", "time", "at", "instant", "uuid")) {
                  op.alterColumn("t", column, comment("restated"));
                }
              });
      for (List<Revision> revisions : List.of(List.of(DEFAULTS), List.of(DEFAULTS, notes))) {
        try (Connection connection = server().emptyDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("SET SESSION time_zone = '+05:00'");
          Migrator.on(connection).revisions(revisions).build().upgrade();
          statement.execute("INSERT INTO t (id) VALUES (1)");
          assertThat(texts(statement))
              .containsExactly(
                  "1",
                  "1.50",
                  TEXT,
                  TEXT,
                  "00FF27",
                  "00FF27",
                  "2024-07-01",
                  "23:59:59.125",
                  "2024-07-01 12:00:00.125",
                  "1719835200.125",
                  "1719835200.000000",
                  "00010203040506070809aabbccddeeff",
                  "{\"a\": \"it's\"}",
                  "1",
                  "1",
                  "3");
        }
      }
    }
  }

  private static List<String> texts(Statement statement) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(VALUES)) {
      assertThat(row.next()).isTrue();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        texts.add(row.getString(i));
      }
    }
    return texts;
  }
}
