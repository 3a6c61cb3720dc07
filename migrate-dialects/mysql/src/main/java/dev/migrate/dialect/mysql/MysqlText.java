package dev.migrate.dialect.mysql;

/** Text as the catalogues show it. */
final class MysqlText {

  private MysqlText() {}

  /**
   * The text between quotes: quotes are doubled, and a backslash escapes.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/string-literals.html">String literals</a>
   */
  static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = (c == '\\' || c == '\'') && i + 1 < text.length();
      if (!escape) {
        plain.append(c);
        continue;
      }
      i++;
      char next = text.charAt(i);
      plain.append(c == '\'' ? next : meant(next));
    }
    return plain.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case '0' -> '\0';
      case 'b' -> '\b';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'Z' -> '\u001a';
      default -> escaped;
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
