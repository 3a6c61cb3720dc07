package dev.migrate.dialect.ansi;

import java.util.regex.Pattern;

/** Recognizes raw SQL that is one change of the schema, which is done as a whole or not at all. */
public final class SchemaStatement {

  private static final Pattern CHANGE =
      Pattern.compile(
          "\\s*(CREATE|ALTER|DROP|RENAME|TRUNCATE|COMMENT)\\b", Pattern.CASE_INSENSITIVE);

  /** Works in several transactions, and leaves something if one of them fails. */
  private static final Pattern CONCURRENTLY =
      Pattern.compile("\\bCONCURRENTLY\\b", Pattern.CASE_INSENSITIVE);

  private SchemaStatement() {}

  /**
   * Whether a text is surely one such statement. Where a semicolon could end one, it is not sure.
   *
   * @param sql the text, perhaps of several statements
   */
  public static boolean isOne(String sql) {
    return CHANGE.matcher(sql).lookingAt()
        && !CONCURRENTLY.matcher(sql).find()
        && sql.strip().replaceFirst(";$", "").indexOf(';') < 0;
  }
}
