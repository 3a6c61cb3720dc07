package dev.migrate.dialect.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the catalogues show it. */
final class MysqlText {

  private static final Pattern ESCAPE = Pattern.compile("''|\\\\.", Pattern.DOTALL);

  private MysqlText() {}

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
