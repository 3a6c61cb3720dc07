package dev.migrate.sql;

import dev.migrate.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes SQL apart as one kind of database does. Linear in the length of the text; used once.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/string-literals.html">MySQL</a>
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite's quotes</a>
 */
final class Tokenizer {

  /** What stands directly before the quote of a string and belongs to it. */
  private static final Set<String> PREFIXES = Set.of("e", "n", "x", "b", "u&");

  private static final List<String> OPERATORS =
      List.of("->>", "<=>", "::", ":=", "=>", "->", "<>", "<=", ">=", "!=", "==", "||", "<<", ">>");

  private final String text;
  private final Reading reading;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;
  private boolean isPossible = true;

  private Tokenizer(String text, Reading reading) {
    this.text = text;
    this.reading = reading;
  }

  /** The tokens; empty if no database that reads so could take the text. */
  static Optional<List<Token>> tokens(String text, Reading reading) {
    return new Tokenizer(text, reading).read();
  }

  private Optional<List<Token>> read() {
    while (isPossible && at < text.length()) {
      next(text.charAt(at));
    }
    return isPossible && open.isEmpty() ? Optional.of(tokens) : Optional.empty();
  }

  private void next(char c) {
    if (Character.isWhitespace(c)) {
      at++;
    } else if (isLineComment()) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    } else if (text.startsWith("/*", at)) {
      comment();
    } else if (c == '\'') {
      string(at, at, reading.escapes());
    } else if (c == '"') {
      doubleQuoted();
    } else if (c == '`') {
      name(at, '`');
    } else if (c == '[' && !reading.isOwn() && !isSubscript()) {
      name(at, ']');
    } else if (Character.isDigit(c) || (c == '.' && isDigit(at + 1) && !isQualified())) {
      number();
    } else if (c == '$' && !reading.isMysql() && dollarTag().isPresent()) {
      dollarQuoted(dollarTag().orElseThrow());
    } else if (isWordStart(c)) {
      word();
    } else {
      symbol();
    }
  }

  private boolean isLineComment() {
    if (text.charAt(at) == '#') {
      return reading.isMysql();
    }
    boolean dashes = text.startsWith("--", at);
    // https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-comments.html
    return dashes
        && (!reading.isMysql()
            || at + 2 == text.length()
            || Character.isWhitespace(text.charAt(at + 2)));
  }

  /** PostgreSQL and H2 nest comments, others do not; MySQL executes some of them. */
  private void comment() {
    int end = text.indexOf("*/", at + 2);
    int nested = text.indexOf("/*", at + 2);
    if (end < 0) {
      isPossible = false;
      return;
    }
    boolean executed = text.startsWith("/*!", at) || text.startsWith("/*M!", at);
    if (nested >= 0 && nested < end) {
      add(Kind.OPAQUE, at, text.lastIndexOf("*/") + 2, Optional.empty());
    } else if (executed) {
      add(Kind.OPAQUE, at, end + 2, Optional.empty());
    } else {
      at = end + 2;
    }
  }

  /** A string whose quote is at a place, with what belongs to it before that. */
  private void string(int start, int quote, boolean escapes) {
    String prefix = text.substring(start, quote).toLowerCase(Locale.ROOT);
    StringBuilder value = new StringBuilder();
    boolean known = true;
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' && text.startsWith("''", i)) {
        value.append(c);
        i++;
      } else if (c == '\'') {
        boolean bytes = prefix.equals("x") || prefix.equals("b");
        boolean hidden = !known || (prefix.equals("u&") && value.indexOf("\\") >= 0);
        add(
            bytes ? Kind.NUMBER : Kind.STRING,
            start,
            i + 1,
            hidden ? Optional.empty() : Optional.of(value.toString()));
        return;
      } else if (c == '\\' && escapes && i + 1 < text.length()) {
        i++;
        char escaped = text.charAt(i);
        known &= "'\"\\".indexOf(escaped) >= 0;
        value.append(escaped);
      } else {
        value.append(c);
      }
    }
    isPossible = false;
  }

  private void doubleQuoted() {
    if (!reading.isOwn()) {
      name(at, '"');
      return;
    }
    int start = at;
    int end = closing(at, '"', reading.escapes());
    if (end < 0) {
      isPossible = false;
    } else {
      add(Kind.OPAQUE, start, end + 1, Optional.empty());
    }
  }

  private void name(int start, char close) {
    int quote = text.charAt(start) == 'U' || text.charAt(start) == 'u' ? start + 2 : start;
    int end = close == ']' ? text.indexOf(']', quote) : closing(quote, close, false);
    if (end < 0) {
      isPossible = false;
      return;
    }
    String mark = String.valueOf(close);
    String value = text.substring(quote + 1, end);
    if (quote > start && value.indexOf('\\') >= 0) {
      add(Kind.OPAQUE, start, end + 1, Optional.empty());
    } else {
      value = close == ']' ? value : value.replace(mark + mark, mark);
      add(Kind.NAME, start, end + 1, Optional.of(value));
    }
  }

  /** Where a quote is closed that is doubled inside; -1 if nowhere. */
  private int closing(int quote, char close, boolean escapes) {
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && escapes) {
        i++;
      } else if (c == close && i + 1 < text.length() && text.charAt(i + 1) == close) {
        i++;
      } else if (c == close) {
        return i;
      }
    }
    return -1;
  }

  /** After a value, or inside of another one, a bracket is that of an array. */
  private boolean isSubscript() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    boolean inside = !open.isEmpty() && open.peek() == ']';
    return last.is(")")
        || last.is("]")
        || last.kind() == Kind.NAME
        || last.kind() == Kind.STRING
        || (last.kind() == Kind.WORD && !Words.beforeValue(last.text()))
        || (inside && (last.is("[") || last.is(",")));
  }

  /** After a name, a dot and a digit are not a number. */
  private boolean isQualified() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isName();
  }

  private void number() {
    int end = at;
    while (end < text.length() && isNumberPart(end)) {
      end++;
    }
    add(Kind.NUMBER, at, end, Optional.of(text.substring(at, end)));
  }

  private boolean isNumberPart(int i) {
    char c = text.charAt(i);
    boolean sign = (c == '+' || c == '-') && i > at && "eE".indexOf(text.charAt(i - 1)) >= 0;
    boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || (sign && !hex && isDigit(i + 1));
  }

  private boolean isDigit(int i) {
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  /** The tag of a text in dollars, with both of them. */
  private Optional<String> dollarTag() {
    int end = at + 1;
    while (end < text.length() && isWordPart(text.charAt(end)) && text.charAt(end) != '$') {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == '$' && !isDigit(at + 1);
    return closed ? Optional.of(text.substring(at, end + 1)) : Optional.empty();
  }

  private void dollarQuoted(String tag) {
    int end = text.indexOf(tag, at + tag.length());
    if (end < 0) {
      isPossible = false;
    } else {
      String value = text.substring(at + tag.length(), end);
      add(Kind.STRING, at, end + tag.length(), Optional.of(value));
    }
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || Character.isSurrogate(c) || c == '_' || c == '$' || c == '@';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || c == '$';
  }

  /** MySQL has variables with an at sign, and for PostgreSQL that is an operator. */
  private void word() {
    char first = text.charAt(at);
    boolean variable = first == '@' && reading.isMysql();
    if ((first == '@' && !variable) || (first == '$' && !reading.isMysql())) {
      symbol();
      return;
    }
    int start = at;
    int end = at + 1;
    while (end < text.length()
        && (isWordPart(text.charAt(end)) || (variable && "@.".indexOf(text.charAt(end)) >= 0))) {
      end++;
    }
    String word = text.substring(start, end);
    if (isPrefix(start, end)) {
      return;
    }
    // Dollars around a text and operators with an at sign are not MySQL's.
    isPossible = reading.isOwn() || !(word.startsWith("$$") || word.equals("@"));
    add(Kind.WORD, start, end, variable ? Optional.empty() : Optional.of(word));
  }

  /** Reads the string or name of which the word is only the beginning. */
  private boolean isPrefix(int start, int end) {
    if (end < text.length() && text.charAt(end) == '&' && end - start == 1) {
      boolean unicode = "uU".indexOf(text.charAt(start)) >= 0;
      if (unicode && text.startsWith("'", end + 1)) {
        string(start, end + 1, false);
        return true;
      } else if (unicode && text.startsWith("\"", end + 1) && !reading.isMysql()) {
        name(start, '"');
        return true;
      }
      return false;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (text.startsWith("'", end) && PREFIXES.contains(word)) {
      string(start, end, reading.escapes() || word.equals("e"));
      return true;
    }
    return false;
  }

  private void symbol() {
    String symbol =
        OPERATORS.stream()
            .filter(operator -> text.startsWith(operator, at))
            .findFirst()
            .orElse(text.substring(at, at + 1));
    switch (symbol) {
      case "(" -> open.push(')');
      case "[" -> open.push(']');
      case "\\" -> isPossible = false;
      case "::" -> isPossible = !reading.isMysql();
      case ")", "]" -> isPossible = !open.isEmpty() && open.pop() == symbol.charAt(0);
      default -> {}
    }
    add(Kind.SYMBOL, at, at + symbol.length(), Optional.of(symbol));
  }

  private void add(Kind kind, int start, int end, Optional<String> value) {
    tokens.add(new Token(kind, text.substring(start, end), start, value));
    at = end;
  }
}
