package dev.migrate.dialect.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the catalogues show it. */
final class MysqlText {

  private static final Pattern ESCAPE = Pattern.compile("''|\\\\.", Pattern.DOTALL);

  private MysqlText() {}

  /**
   * SQL of a computation as MySQL 8.0 and later show it: once more escaped as if it stood between
   * quotes, and each byte of UTF-8 as a character of its own. So {@code 'é'} is shown as {@code
   * _utf8mb4\'Ã©\'}, which MySQL itself would not read.
   */
  static String computed(String shown) {
    boolean escaped = shown.replaceAll("(?s)\\\\.", "").indexOf('\'') < 0;
    return characters(escaped ? unescaped(shown) : shown);
  }

  /**
   * The query of a view. MySQL shows functions of its own there, which it does not read: what
   * {@code WITH ROLLUP} makes of the columns.
   */
  static String query(String shown) {
    return withoutCalls(withoutCalls(shown, "rollup_group_item"), "rollup_sum_switcher");
  }

  private static String withoutCalls(String sql, String function) {
    int begin = MysqlBrackets.indexOf(sql, function + "(");
    if (begin < 0) {
      return sql;
    }
    int first = begin + function.length() + 1;
    int end = MysqlBrackets.end(sql, first);
    String argument = MysqlBrackets.firstArgument(sql.substring(first, end));
    return withoutCalls(sql.substring(0, begin) + argument + sql.substring(end + 1), function);
  }

  /** What the bytes mean; the text itself where its characters are not the bytes of a text. */
  private static String characters(String bytes) {
    if (!bytes.equals(new String(bytes.getBytes(ISO_8859_1), ISO_8859_1))) {
      return bytes;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException others) {
      return bytes;
    }
  }

  /**
   * The text between quotes: quotes are doubled, and a backslash escapes.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/string-literals.html">String literals</a>
   */
  static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group().startsWith("'") ? "'" : meant(escape.group().charAt(1))));
  }

  private static String meant(char escaped) {
    return switch (escaped) {
      case '0' -> "\0";
      case 'b' -> "\b";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'Z' -> "\u001a";
      default -> Character.toString(escaped);
    };
  }

  /**
   * Text as MySQL's catalogues can show it, which have characters of three bytes at most: each
   * other one becomes a question mark.
   */
  static String shown(String text) {
    return shown(text, "?");
  }

  static String shown(String text, String substitute) {
    if (text.codePoints().noneMatch(Character::isSupplementaryCodePoint)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isSupplementaryCodePoint(point)) {
                shown.append(substitute);
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }
}
