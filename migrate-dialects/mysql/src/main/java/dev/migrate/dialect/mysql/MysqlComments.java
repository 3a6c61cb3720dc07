package dev.migrate.dialect.mysql;

/**
 * Comments, which are kept in a character set of three bytes, and are not long.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table.html">CREATE TABLE</a>
 */
final class MysqlComments {

  private static final int LONGEST_OF_TABLE = 2048;
  private static final int LONGEST_OF_COLUMN = 1024;

  private MysqlComments() {}

  static String table(MysqlDefinitions definitions, String text) {
    return quoted(definitions, text, LONGEST_OF_TABLE);
  }

  static String column(MysqlDefinitions definitions, String text) {
    return quoted(definitions, text, LONGEST_OF_COLUMN);
  }

  private static String quoted(MysqlDefinitions definitions, String text, int longest) {
    if (text.length() > longest) {
      throw definitions.unsupported(
          "a comment of " + text.length() + " characters", "keep the first " + longest);
    }
    if (text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
      throw definitions.unsupported(
          "the comment \"" + text + "\" with a character of four bytes, which would become ?",
          "leave out emoji and other characters from U+10000 on");
    }
    return definitions.mysqlLiterals().quoted(text);
  }
}
