package dev.migrate.dialect.ansi;

import dev.migrate.dialect.ansi.SqlPart.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Distinguishes quotes and comments from the rest of a piece of SQL, which is all that a client
 * needs to know to find the end of a statement. Immutable and thread-safe.
 */
public final class SqlScanner {

  /** Where a database differs from the standard. */
  public enum Feature {
    /** A backslash escapes the next character in every text. */
    BACKSLASH,
    /** A backslash does so in a text with an {@code E} in front. */
    ESCAPE_TEXT,
    /** Double quotes are quotes of a text. */
    DOUBLE_QUOTED_TEXT,
    /** Backticks are quotes of a name. */
    BACKTICKS,
    /** Square brackets are quotes of a name. */
    BRACKETS,
    /** Text stands between two dollar signs and two more. */
    DOLLARS,
    /** Text stands between two tags, such as {@code $body$}. */
    DOLLAR_TAGS,
    /** A number sign begins a comment. */
    HASH_COMMENTS,
    /** Two slashes begin a comment. */
    SLASH_COMMENTS,
    /** A carriage return ends a comment up to the end of the line. */
    CARRIAGE_RETURNS,
    /** Two hyphens begin a comment only if white space comes after them. */
    SPACED_HYPHENS,
    /** A comment can be inside of another. */
    NESTED_COMMENTS,
    /** A comment that begins with an exclamation mark is none. */
    CONDITIONAL_COMMENTS
  }

  private final Set<Feature> features;

  /**
   * A scanner of standard SQL.
   *
   * @param features what is different
   */
  public SqlScanner(Feature... features) {
    this.features = EnumSet.noneOf(Feature.class);
    this.features.addAll(List.of(features));
  }

  /**
   * Takes SQL apart.
   *
   * @return its parts, which together are the SQL again
   */
  public List<SqlPart> parts(String sql) {
    List<SqlPart> parts = new ArrayList<>();
    int code = 0;
    int position = 0;
    while (position < sql.length()) {
      Kind kind = kindAt(sql, position);
      if (kind == Kind.CODE) {
        position++;
        continue;
      }
      int end = end(sql, position, kind);
      if (position > code) {
        parts.add(new SqlPart(Kind.CODE, sql.substring(code, position), true));
      }
      int last = end < 0 ? sql.length() : end;
      parts.add(new SqlPart(kind, sql.substring(position, last), end >= 0));
      position = last;
      code = last;
    }
    if (position > code) {
      parts.add(new SqlPart(Kind.CODE, sql.substring(code), true));
    }
    return List.copyOf(parts);
  }

  /**
   * Whether what comes after a piece of SQL on its last line would belong to a comment.
   *
   * @return whether it ends in a comment up to the end of the line
   */
  public boolean endsInComment(String sql) {
    if (!mayBeginComment(sql.substring(sql.lastIndexOf('\n') + 1))) {
      return false;
    }
    List<SqlPart> parts = parts(sql);
    return !parts.isEmpty() && parts.get(parts.size() - 1).kind() == Kind.LINE_COMMENT;
  }

  private boolean mayBeginComment(String line) {
    return line.contains("--")
        || (has(Feature.HASH_COMMENTS) && line.indexOf('#') >= 0)
        || (has(Feature.SLASH_COMMENTS) && line.contains("//"));
  }

  private boolean has(Feature feature) {
    return features.contains(feature);
  }

  private Kind kindAt(String sql, int position) {
    return switch (sql.charAt(position)) {
      case '\'' -> Kind.TEXT;
      case '"' -> has(Feature.DOUBLE_QUOTED_TEXT) ? Kind.TEXT : Kind.NAME;
      case '`' -> has(Feature.BACKTICKS) ? Kind.NAME : Kind.CODE;
      case '[' -> has(Feature.BRACKETS) ? Kind.NAME : Kind.CODE;
      case '$' -> tag(sql, position).isEmpty() ? Kind.CODE : Kind.DOLLAR_TEXT;
      case '#' -> has(Feature.HASH_COMMENTS) ? Kind.LINE_COMMENT : Kind.CODE;
      case '-' -> isHyphens(sql, position) ? Kind.LINE_COMMENT : Kind.CODE;
      case '/' -> slash(sql, position);
      default -> Kind.CODE;
    };
  }

  private boolean isHyphens(String sql, int position) {
    int next = position + 2;
    return sql.startsWith("--", position)
        && (!has(Feature.SPACED_HYPHENS) || next == sql.length() || sql.charAt(next) <= ' ');
  }

  private Kind slash(String sql, int position) {
    if (sql.startsWith("/*", position)) {
      boolean conditional =
          has(Feature.CONDITIONAL_COMMENTS)
              && (sql.startsWith("!", position + 2) || sql.startsWith("M!", position + 2));
      return conditional ? Kind.CODE : Kind.BLOCK_COMMENT;
    }
    return has(Feature.SLASH_COMMENTS) && sql.startsWith("//", position)
        ? Kind.LINE_COMMENT
        : Kind.CODE;
  }

  /** What opens and closes a text between dollar signs; empty if none begins here. */
  private String tag(String sql, int position) {
    boolean inName = position > 0 && isNamePart(sql.charAt(position - 1));
    if (inName || !(has(Feature.DOLLARS) || has(Feature.DOLLAR_TAGS))) {
      return "";
    }
    int end = position + 1;
    while (has(Feature.DOLLAR_TAGS) && end < sql.length() && isTagPart(sql, position, end)) {
      end++;
    }
    return end < sql.length() && sql.charAt(end) == '$' ? sql.substring(position, end + 1) : "";
  }

  private static boolean isTagPart(String sql, int start, int position) {
    char c = sql.charAt(position);
    boolean first = position == start + 1;
    return c != '$' && isNamePart(c) && !(first && Character.isDigit(c));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** Where a part ends that begins here; negative if it does not. */
  private int end(String sql, int start, Kind kind) {
    return switch (kind) {
      case LINE_COMMENT -> endOfLine(sql, start);
      case BLOCK_COMMENT -> endOfComment(sql, start);
      case DOLLAR_TEXT -> {
        String tag = tag(sql, start);
        int close = sql.indexOf(tag, start + tag.length());
        yield close < 0 ? -1 : close + tag.length();
      }
      default -> endOfQuotes(sql, start, kind);
    };
  }

  private int endOfLine(String sql, int start) {
    int position = start;
    while (position < sql.length() && !endsLine(sql.charAt(position))) {
      position++;
    }
    return position;
  }

  private boolean endsLine(char c) {
    return c == '\n' || (c == '\r' && has(Feature.CARRIAGE_RETURNS));
  }

  private int endOfComment(String sql, int start) {
    int depth = 1;
    for (int position = start + 2; position < sql.length() - 1; position++) {
      if (sql.startsWith("*/", position)) {
        depth--;
        if (depth == 0) {
          return position + 2;
        }
        position++;
      } else if (has(Feature.NESTED_COMMENTS) && sql.startsWith("/*", position)) {
        depth++;
        position++;
      }
    }
    return -1;
  }

  private int endOfQuotes(String sql, int start, Kind kind) {
    char open = sql.charAt(start);
    char close = open == '[' ? ']' : open;
    boolean escapes =
        kind == Kind.TEXT
            && (has(Feature.BACKSLASH) || (has(Feature.ESCAPE_TEXT) && isEscapeText(sql, start)));
    for (int position = start + 1; position < sql.length(); position++) {
      char c = sql.charAt(position);
      if (escapes && c == '\\') {
        position++;
      } else if (c == close) {
        boolean doubled = position + 1 < sql.length() && sql.charAt(position + 1) == close;
        if (!doubled || open == '[') {
          return position + 1;
        }
        position++;
      }
    }
    return -1;
  }

  private static boolean isEscapeText(String sql, int quote) {
    return quote > 0
        && Character.toUpperCase(sql.charAt(quote - 1)) == 'E'
        && (quote == 1 || !isNamePart(sql.charAt(quote - 2)));
  }
}
