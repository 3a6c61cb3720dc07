package dev.migrate.dialect.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.SimpleType;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Defaults of bytes. The information schema of MySQL shows them up to the first zero: {@code 0x41}
 * for {@code X'41004142'}; the statement that would create the table shows all of them.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/show-create-table.html">SHOW CREATE
 *     TABLE</a>
 */
final class MysqlBinaryDefaults {

  private static final String DEFAULT =
      " (?:var)?binary.*? DEFAULT (?:0x([0-9A-Fa-f]+)|'((?:[^'\\\\]++|''|\\\\.)*)')";

  private MysqlBinaryDefaults() {}

  /** Whether a default is shown as its first bytes. */
  static boolean isCut(String type, String shown) {
    return (type.startsWith("binary(") || type.startsWith("varbinary(")) && shown.startsWith("0x");
  }

  /**
   * Reads the default of a column.
   *
   * @param creation the statement that would create the table
   * @param column the column's name, in quotes
   */
  static Optional<DefaultValue> read(String creation, String column, DataType type) {
    Matcher found =
        Pattern.compile("^  " + Pattern.quote(column) + DEFAULT, Pattern.MULTILINE)
            .matcher(creation);
    if (!found.find()) {
      return Optional.empty();
    }
    byte[] bytes =
        found.group(1) == null
            ? MysqlText.unescaped(found.group(2)).getBytes(UTF_8)
            : HexFormat.of().parseHex(found.group(1));
    if (type == SimpleType.UUID && bytes.length == 16) {
      ByteBuffer numbers = ByteBuffer.wrap(bytes);
      return Optional.of(Literal.of(new UUID(numbers.getLong(), numbers.getLong())));
    }
    return Optional.of(
        type == SimpleType.UUID
            ? Expression.of("X'" + HexFormat.of().formatHex(bytes) + "'")
            : Literal.of(bytes));
  }
}
