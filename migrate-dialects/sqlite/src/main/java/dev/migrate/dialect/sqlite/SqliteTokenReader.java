package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.sqlite.SqliteToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a statement one after the other. Not thread-safe. */
final class SqliteTokenReader {

  private final String sql;
  private final List<SqliteToken> tokens;
  private int next;

  SqliteTokenReader(String sql) {
    this.sql = sql;
    this.tokens = SqliteToken.of(sql);
  }

  boolean atEnd() {
    return next >= tokens.size();
  }

  /** Whether these keywords or symbols come next. */
  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (next + i >= tokens.size() || !tokens.get(next + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of these keywords or symbols comes next. */
  boolean seesOneOf(List<String> words) {
    return words.stream().anyMatch(this::sees);
  }

  /** Passes over these words if they come next. */
  boolean skip(String... words) {
    boolean seen = sees(words);
    next += seen ? words.length : 0;
    return seen;
  }

  /** The next token, whatever it is. */
  SqliteToken take() {
    if (atEnd()) {
      throw new IllegalArgumentException("ends too early: " + sql);
    }
    return tokens.get(next++);
  }

  /** The next token as a name. */
  String name() {
    SqliteToken token = take();
    if (token.kind() == Kind.SYMBOL || token.kind() == Kind.BYTES) {
      throw new IllegalArgumentException("no name: " + token.text() + " in " + sql);
    }
    return token.value();
  }

  /** The last part of a name that may say its schema before a point. */
  String qualifiedName() {
    String name = name();
    return skip(".") ? name() : name;
  }

  /** Passes over what stands in brackets, and returns it without them. */
  String inBrackets() {
    if (!skip("(")) {
      throw new IllegalArgumentException("no bracket in " + sql);
    }
    int first = next;
    passOverBrackets();
    return text(first, next - 1);
  }

  /** The names in brackets, without what may stand after each. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (SqliteTokenReader part : parts()) {
      names.add(part.name());
    }
    return names;
  }

  /** What stands in brackets, taken apart at its commas. */
  List<SqliteTokenReader> parts() {
    SqliteTokenReader inside = new SqliteTokenReader(inBrackets());
    List<SqliteTokenReader> parts = new ArrayList<>();
    int first = 0;
    while (!inside.atEnd()) {
      if (inside.sees("(")) {
        inside.next++;
        inside.passOverBrackets();
      } else if (inside.skip(",")) {
        parts.add(new SqliteTokenReader(inside.text(first, inside.next - 1)));
        first = inside.next;
      } else {
        inside.next++;
      }
    }
    parts.add(new SqliteTokenReader(inside.text(first, inside.next)));
    return parts;
  }

  /** Passes over everything up to the bracket that closes the one before. */
  private void passOverBrackets() {
    int depth = 1;
    while (depth > 0) {
      SqliteToken token = take();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }

  /** The text of what is left. */
  String rest() {
    int first = next;
    next = tokens.size();
    return text(first, next);
  }

  /** What is left without this word at its end, if it is there. */
  @Nullable String restWithout(String last) {
    boolean ends = !atEnd() && tokens.get(tokens.size() - 1).is(last);
    return ends ? text(next, tokens.size() - 1) : null;
  }

  /** Where the next token is. */
  int position() {
    return next;
  }

  /** The text between two positions; no comment is at its end. */
  String text(int from, int to) {
    return from >= to ? "" : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
