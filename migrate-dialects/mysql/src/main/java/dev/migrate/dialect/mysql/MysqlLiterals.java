package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiLiterals;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.SimpleType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** How MySQL and MariaDB write constants. */
final class MysqlLiterals extends AnsiLiterals {

  private static final Instant FIRST_INSTANT = Instant.parse("1970-01-01T00:00:01Z");
  private static final Instant LAST_INSTANT = Instant.parse("2038-01-19T03:14:07.999999Z");
  private static final Instant LATER_LAST_INSTANT = Instant.parse("2106-02-07T06:28:15.999999Z");

  private final MysqlServer server;

  MysqlLiterals(MysqlServer server) {
    this.server = server;
  }

  /**
   * Without a type of its own, a UUID is its sixteen bytes. In MySQL a JSON document differs from
   * its text; in MariaDB it is its text.
   *
   * @throws UnsupportedByDialectException for a value that the server would change or refuse
   */
  @Override
  public String literal(Literal literal, DataType type) {
    requireFit(literal);
    if (literal.kind() == Kind.UUID && type != SimpleType.UUID) {
      return text(literal.text());
    }
    boolean document = !server.isMariadb() && type == SimpleType.JSON;
    return document && literal.kind() == Kind.TEXT
        ? "CAST(" + literal(literal) + " AS JSON)"
        : literal(literal);
  }

  private void requireFit(Literal literal) {
    boolean time =
        switch (literal.kind()) {
          case TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> true;
          default -> false;
        };
    String text = literal.text();
    int point = text.lastIndexOf('.');
    if (time && point >= 0 && text.substring(point + 1).replaceAll("0*Z?$", "").length() > 6) {
      throw unsupported("the value " + literal, "round it to microseconds");
    }
    if (literal.kind() == Kind.TIMESTAMP_WITH_TIME_ZONE) {
      requireInRange(literal);
    }
  }

  private void requireInRange(Literal literal) {
    Instant instant = OffsetDateTime.parse(literal.text()).toInstant();
    Instant last = server.isMariadbFrom(11, 5, 0) ? LATER_LAST_INSTANT : LAST_INSTANT;
    if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(last)) {
      throw unsupported(
          "the value " + literal + " outside of " + FIRST_INSTANT + " to " + last,
          "make the column timestamp(), which has the years 1000 to 9999");
    }
  }

  private UnsupportedByDialectException unsupported(String what, String alternative) {
    return new UnsupportedByDialectException(what, server.toString(), alternative);
  }

  @Override
  protected String typed(String type, String text) {
    if (!type.equals("UUID")) {
      return super.typed(type, text);
    }
    return server.hasUuid() ? text(text) : "X'" + text.replace("-", "") + "'";
  }

  /**
   * What a backslash is depends on {@code sql_mode}; so text with one is written as its bytes,
   * which are the same in every mode.
   *
   * @see <a
   *     href="https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html#sqlmode_no_backslash_escapes">
   *     NO_BACKSLASH_ESCAPES</a>
   */
  @Override
  public String text(String text) {
    return text.indexOf('\\') < 0
        ? super.text(text)
        : "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
  }

  /**
   * Text where the grammar or the server requires quotes: comments, labels, defaults. A backslash
   * is doubled, which is right unless {@code sql_mode} has {@code NO_BACKSLASH_ESCAPES}; see {@link
   * MysqlSettings}.
   */
  String quoted(String text) {
    return super.text(text.replace("\\", "\\\\"));
  }

  /**
   * Neither has a literal for an instant that both understand; so it is written in UTC, and {@link
   * MysqlSettings} makes that the session's time zone.
   */
  @Override
  protected String instant(OffsetDateTime instant) {
    LocalDateTime utc = instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    return literal(Literal.of(utc));
  }
}
