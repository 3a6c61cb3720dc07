package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL as SQLite takes it apart; white space and comments are none. Immutable.
 *
 * @param kind what it is
 * @param text as it stands in the SQL
 * @param start where it begins there
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite's four kinds of quotes</a>
 */
record SqliteToken(Kind kind, String text, int start) {

  enum Kind {
    /** A bare name, a keyword, a number. */
    WORD,
    /** A name in double quotes, backticks or brackets. */
    NAME,
    /** Text in single quotes, which is a name too where a name is wanted. */
    TEXT,
    /** Bytes. */
    BYTES,
    /** Everything else. */
    SYMBOL
  }

  /** Quantifiers are possessive, because long texts would fill the stack otherwise. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skip>\\s++|--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/|$))"
              + "|(?<bytes>[xX]'[0-9a-fA-F]*+')"
              + "|(?<text>'[^']*+(?:''[^']*+)*+')"
              + "|(?<name>\"[^\"]*+(?:\"\"[^\"]*+)*+\"|`[^`]*+(?:``[^`]*+)*+`|\\[[^\\]]*+\\])"
              + "|(?<word>0[xX][0-9a-fA-F]++|[0-9]++(?:\\.[0-9]*+)?(?:[eE][-+]?[0-9]++)?"
              + "|\\.[0-9]++(?:[eE][-+]?[0-9]++)?|[A-Za-z0-9_$[^\\x00-\\x7f]]++)"
              + "|(?<symbol>->>|\\|\\||<<|>>|<=|>=|==|<>|!=|->|.)",
          Pattern.DOTALL);

  private static final Pattern PLAIN =
      Pattern.compile("[a-z_\\x80-\\x{10ffff}][a-z0-9_$\\x80-\\x{10ffff}]*");

  /** The tokens of a statement or expression. */
  static List<SqliteToken> of(String sql) {
    List<SqliteToken> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(sql);
    while (found.find()) {
      if (found.group("skip") == null) {
        Kind kind =
            found.group("word") != null
                ? Kind.WORD
                : found.group("name") != null
                    ? Kind.NAME
                    : found.group("text") != null
                        ? Kind.TEXT
                        : found.group("bytes") != null ? Kind.BYTES : Kind.SYMBOL;
        tokens.add(new SqliteToken(kind, found.group(), found.start()));
      }
    }
    return tokens;
  }

  int end() {
    return start + text.length();
  }

  /** Whether it is this keyword or symbol. */
  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  /** What is meant: a name or text without its quotes, anything else as it stands. */
  String value() {
    return switch (kind) {
      case NAME -> unquoted(text.charAt(0) == '[' ? ']' : text.charAt(0));
      case TEXT -> unquoted('\'');
      default -> text;
    };
  }

  private String unquoted(char quote) {
    String inside = text.substring(1, text.length() - 1);
    return quote == ']'
        ? inside
        : inside.replace(String.valueOf(quote) + quote, String.valueOf(quote));
  }

  /** The same for two ways to write the same: neither case nor needless quotes of a name count. */
  String folded() {
    if (kind == Kind.TEXT || kind == Kind.SYMBOL) {
      return text;
    }
    String lower = value().toLowerCase(Locale.ROOT);
    boolean bare = kind != Kind.NAME || PLAIN.matcher(lower).matches();
    return bare ? lower : '"' + lower.replace("\"", "\"\"") + '"';
  }

  /** SQL without comments, with single spaces, names and keywords in lower case. */
  static String folded(String sql) {
    return String.join(" ", of(sql).stream().map(SqliteToken::folded).toList());
  }
}
