package dev.migrate.sql;

import dev.migrate.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text in SQL, taken apart in every way in which a database for which it is meant does it. Where
 * those ways differ in what they find, nothing is certain. Immutable.
 */
public final class SqlText {

  private static final List<Reading> ANY = List.of(Reading.STANDARD, Reading.MYSQL);

  private static final List<Reading> OWN =
      List.of(Reading.MYSQL_OWN, Reading.MYSQL_OWN_WITHOUT_ESCAPES);

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private final String text;
  private final List<Reading> kinds;
  private final List<List<Token>> readings;

  private SqlText(String text, List<Reading> kinds) {
    this.text = text;
    this.kinds = kinds;
    this.readings =
        kinds.stream()
            .map(reading -> Tokenizer.tokens(text, reading))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
  }

  /**
   * A text for every database.
   *
   * @return the text, taken apart
   */
  public static SqlText of(String text) {
    return new SqlText(text, ANY);
  }

  /**
   * A text for every database other than MySQL and MariaDB.
   *
   * @return the text, taken apart
   */
  public static SqlText ofStandard(String text) {
    return new SqlText(text, List.of(Reading.STANDARD));
  }

  /**
   * A text for MySQL and MariaDB alone.
   *
   * @return the text, taken apart
   */
  public static SqlText ofMysql(String text) {
    return new SqlText(text, OWN);
  }

  /**
   * Whether the text has the name that changes, as far as that is known.
   *
   * @return false only where it certainly does not
   */
  public boolean mayName(NameChange change) {
    Found found = find(change);
    return found.isUnclear() || !found.replacements().isEmpty();
  }

  /**
   * The text with the new name wherever it has the old one.
   *
   * @return the text; empty if it is not certain, or the new name would not be one at the place of
   *     the old
   */
  public Optional<String> following(NameChange change) {
    Found found = find(change);
    if (found.isUnclear()) {
      return Optional.empty();
    } else if (found.replacements().isEmpty()) {
      return Optional.of(text);
    }
    String followed = replaced(found.replacements());
    SqlText there = new SqlText(followed, kinds);
    Found back = there.find(change.back());
    boolean same = !back.isUnclear() && means(there.replaced(back.replacements()));
    return same ? Optional.of(followed) : Optional.empty();
  }

  /**
   * The text in which columns of a table are not qualified by it, where that is certain.
   *
   * @param namespace the schema of the table, if it is not the default one
   */
  public String unqualified(Optional<String> namespace, String table) {
    Found found = find(new OwnQualifiers(namespace, table));
    return found.isUnclear() ? text : replaced(found.replacements());
  }

  private boolean means(String other) {
    return folded().equals(new SqlText(other, kinds).folded());
  }

  private String replaced(List<Replacement> replacements) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (Replacement replacement : replacements) {
      result.append(text, at, replacement.start()).append(replacement.text());
      at = replacement.end();
    }
    return result.append(text, at, text.length()).toString();
  }

  private Found find(NameChange change) {
    if (change.words().stream().noneMatch(this::mayContain)) {
      return Found.NOTHING;
    }
    char quote = kinds.equals(OWN) ? '`' : '"';
    List<Found> found =
        readings.stream().map(tokens -> change.find(tokens, quote)).distinct().toList();
    return found.size() == 1 ? found.get(0) : Found.UNCLEAR;
  }

  /** Whether the letters of a name are anywhere in the text, or may be written in another way. */
  private boolean mayContain(String name) {
    boolean escaped =
        text.indexOf('\\') >= 0 || name.chars().anyMatch(c -> "\"`'\\".indexOf(c) >= 0);
    return escaped || lower(text).contains(lower(name));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a name stands in the text as a word or quoted, other than before a parenthesis or a
   * string. For queries, which have names of many tables.
   *
   * @return false only where it certainly does not
   */
  public boolean hasName(String name) {
    return mayContain(name)
        && (readings.isEmpty() || readings.stream().anyMatch(tokens -> hasName(tokens, name)));
  }

  private static boolean hasName(List<Token> tokens, String name) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Optional<Token> next =
          i + 1 < tokens.size() ? Optional.of(tokens.get(i + 1)) : Optional.empty();
      boolean other =
          token.kind() == Kind.WORD
              && next.filter(n -> n.is("(") || n.kind() == Kind.STRING).isPresent();
      boolean hidden =
          token.kind() == Kind.OPAQUE
              && (lower(token.text()).contains(lower(name)) || isEscaped(token));
      boolean same = token.isName() && token.value().filter(name::equalsIgnoreCase).isPresent();
      if (hidden || (same && !other)) {
        return true;
      }
    }
    return false;
  }

  static boolean isEscaped(Token token) {
    return token.text().indexOf('\\') >= 0;
  }

  /**
   * Whether a string of the text is this value, or may be; case does not count.
   *
   * @return false only where there is certainly none
   */
  public boolean hasString(String value) {
    return mayContain(value)
        && (readings.isEmpty()
            || readings.stream()
                .flatMap(List::stream)
                .filter(token -> token.kind() == Kind.STRING || token.kind() == Kind.OPAQUE)
                .anyMatch(
                    token ->
                        token.value().isEmpty()
                            || token.value().filter(value::equalsIgnoreCase).isPresent()));
  }

  /**
   * The text in forms that are the same for two texts of the same meaning: the case of words does
   * not count, nor do quotes around a name that does not need them.
   *
   * @return a form for each way to take the text apart; the text itself if there is none
   */
  public List<String> folded() {
    return readings.isEmpty() ? List.of(text) : readings.stream().map(this::folded).toList();
  }

  private String folded(List<Token> tokens) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (Token token : tokens) {
      result.append(text, at, token.start()).append(folded(token));
      at = token.end();
    }
    return result.append(text, at, text.length()).toString();
  }

  private static String folded(Token token) {
    String value = token.value().orElse("");
    boolean needless =
        token.kind() == Kind.NAME && PLAIN.matcher(value).matches() && !Words.isKeyword(value);
    return switch (token.kind()) {
      case WORD, NUMBER -> lower(token.text());
      case NAME -> needless ? value : token.text();
      default -> token.text();
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
