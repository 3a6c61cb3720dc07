package dev.migrate.dialect.mysql;

/** Finds its way in SQL, in which quotes and brackets hide what is inside of them. */
final class MysqlBrackets {

  private MysqlBrackets() {}

  /**
   * Where a piece of SQL stands outside of quotes.
   *
   * @return its position; -1 if it does not
   */
  static int indexOf(String sql, String part) {
    for (int i = 0; i < sql.length(); i = next(sql, i)) {
      if (sql.startsWith(part, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the bracket closes whose inside begins here. */
  static int end(String sql, int inside) {
    int depth = 1;
    for (int i = inside; i < sql.length(); i = next(sql, i)) {
      depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return sql.length();
  }

  /** What stands before the first comma that is in no bracket. */
  static String firstArgument(String arguments) {
    int depth = 0;
    for (int i = 0; i < arguments.length(); i = next(arguments, i)) {
      char character = arguments.charAt(i);
      depth += character == '(' ? 1 : character == ')' ? -1 : 0;
      if (depth == 0 && character == ',') {
        return arguments.substring(0, i);
      }
    }
    return arguments;
  }

  /** The position after a character, or after the whole of what is in quotes. */
  private static int next(String sql, int position) {
    char quote = sql.charAt(position);
    if (quote != '\'' && quote != '`' && quote != '"') {
      return position + 1;
    }
    int i = position + 1;
    while (i < sql.length() && sql.charAt(i) != quote) {
      i += sql.charAt(i) == '\\' && quote != '`' ? 2 : 1;
    }
    return i + 1;
  }
}
