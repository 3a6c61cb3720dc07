package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column definition says: {@code varchar(17) default 'q' not null} is a type and more.
 * Clauses that are not known stay in the type, which is then written as it is.
 *
 * @param type the type, with what is not known
 * @param computation the expression of a generated column
 * @param stored whether a generated column is stored
 * @param identity whether the database generates its values
 */
record ColumnDefinition(
    String type,
    boolean notNull,
    boolean unique,
    boolean identity,
    Optional<String> defaultValue,
    Optional<String> computation,
    boolean stored,
    Optional<String> comment,
    Optional<String> collation,
    List<String> checks) {

  private static final Pattern TOKEN =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|[()]|\\s+|[^'\"`()\\s]+");

  private static final Set<String> CLAUSES =
      Set.of(
          "default",
          "not",
          "null",
          "unique",
          "primary",
          "check",
          "generated",
          "comment",
          "collate",
          "as",
          "auto_increment");

  /** A definition without anything but a type. */
  static ColumnDefinition of(String text) {
    return new Parts(parts(text)).read();
  }

  /** Words, quoted texts, and groups in parentheses together with the word before them. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    Matcher tokens = TOKEN.matcher(text.strip());
    while (tokens.find()) {
      String token = tokens.group();
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (token.isBlank() && depth == 0) {
        if (part.length() > 0) {
          parts.add(part.toString());
          part.setLength(0);
        }
      } else {
        part.append(token);
      }
    }
    if (part.length() > 0) {
      parts.add(part.toString());
    }
    return parts;
  }

  /** Reads the parts from left to right. */
  private static final class Parts {

    private final List<String> parts;
    private int at;

    Parts(List<String> parts) {
      this.parts = parts;
    }

    ColumnDefinition read() {
      List<String> type = new ArrayList<>();
      boolean notNull = false;
      boolean unique = false;
      boolean identity = false;
      boolean stored = false;
      Optional<String> defaultValue = Optional.empty();
      Optional<String> computation = Optional.empty();
      Optional<String> comment = Optional.empty();
      Optional<String> collation = Optional.empty();
      List<String> checks = new ArrayList<>();
      while (at < parts.size()) {
        String word = word();
        if (type.isEmpty()) {
          type.add(next());
        } else if (word.equals("not") && follows("null")) {
          at += 2;
          notNull = true;
        } else if (word.equals("null")) {
          at++;
        } else if (word.equals("unique")) {
          at++;
          unique = true;
        } else if (word.equals("primary") && follows("key")) {
          at += 2;
        } else if (word.equals("auto_increment")) {
          at++;
          identity = true;
        } else if (word.equals("default")) {
          at++;
          defaultValue = Optional.of(value());
        } else if (word.equals("comment")) {
          at++;
          comment = Optional.of(unquoted(next()));
        } else if (word.equals("collate")) {
          at++;
          collation = Optional.of(unquoted(next()));
        } else if (word.equals("check")) {
          checks.add(group());
        } else if (word.equals("generated")) {
          at++;
          at += word().equals("by") ? 2 : 1; // by default, always
          identity |= follows("identity");
          if (follows("identity")) {
            at += 2;
          }
        } else if (word.equals("as")) {
          computation = Optional.of(group());
          stored = word().equals("stored") || word().equals("persisted");
          at += stored || word().equals("virtual") ? 1 : 0;
        } else {
          type.add(next());
        }
      }
      return new ColumnDefinition(
          String.join(" ", type),
          notNull,
          unique,
          identity,
          defaultValue,
          computation,
          stored,
          comment,
          collation,
          List.copyOf(checks));
    }

    private String next() {
      return at < parts.size() ? parts.get(at++) : "";
    }

    /** The next part in lower case, without what stands in parentheses. */
    private String word() {
      return word(at);
    }

    private String word(int place) {
      if (place >= parts.size()) {
        return "";
      }
      String part = parts.get(place).toLowerCase(Locale.ROOT);
      int open = part.indexOf('(');
      return open > 0 ? part.substring(0, open) : part;
    }

    private boolean follows(String word) {
      return word(at + 1).equals(word);
    }

    /** A value goes on until the next clause. */
    private String value() {
      List<String> value = new ArrayList<>(List.of(next()));
      while (at < parts.size() && !CLAUSES.contains(word())) {
        value.add(next());
      }
      return String.join(" ", value);
    }

    /** What stands in parentheses, attached to the word or after it. */
    private String group() {
      String first = next();
      int open = first.indexOf('(');
      String group = open < 0 ? next() : first.substring(open);
      return group.length() > 1 && group.startsWith("(") && group.endsWith(")")
          ? group.substring(1, group.length() - 1).strip()
          : group;
    }

    private static String unquoted(String text) {
      boolean quoted = text.length() > 1 && text.charAt(0) == text.charAt(text.length() - 1);
      return quoted && "'\"`".indexOf(text.charAt(0)) >= 0
          ? text.substring(1, text.length() - 1).replace("''", "'")
          : text;
    }
  }
}
