package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiLiterals;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.SimpleType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** How MySQL and MariaDB write constants. */
final class MysqlLiterals extends AnsiLiterals {

  private final boolean hasUuid;

  MysqlLiterals(boolean hasUuid) {
    this.hasUuid = hasUuid;
  }

  /** Where there is no type for it, a UUID is its sixteen bytes. */
  @Override
  public String literal(Literal literal, DataType type) {
    return literal.kind() == Kind.UUID && type != SimpleType.UUID
        ? text(literal.text())
        : literal(literal);
  }

  @Override
  protected String typed(String type, String text) {
    if (!type.equals("UUID")) {
      return super.typed(type, text);
    }
    return hasUuid ? text(text) : "X'" + text.replace("-", "") + "'";
  }

  /**
   * What a backslash is depends on {@code sql_mode}; so text with one is written as its bytes, which
   * are the same in every mode.
   *
   * @see <a
   *     href="https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html#sqlmode_no_backslash_escapes">
   *     NO_BACKSLASH_ESCAPES</a>
   */
  @Override
  public String text(String text) {
    return text.indexOf('\\') < 0
        ? super.text(text)
        : "_utf8mb4 X'"
            + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))
            + "'";
  }

  /**
   * Text where the grammar wants quotes: comments and labels. A backslash is doubled, which is right
   * unless {@code sql_mode} has {@code NO_BACKSLASH_ESCAPES}; see {@link MysqlSettings}.
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
