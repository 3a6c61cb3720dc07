package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL in the database's own words: the condition of a check, a computed value, the query
 * of a view. Written verbatim into statements; the one place where that is so apart from raw SQL.
 * Equal by meaning as far as that can be told without a parser: the case of letters does not count
 * outside quotes.
 *
 * @param text the SQL, without a closing semicolon
 * @param variants what single dialects have instead
 */
public record Expression(String text, Map<DialectName, String> variants) implements DefaultValue {

  /**
   * What must not be torn apart: a string literal, a quoted name, a number, or a word. A word
   * before a bracket is a function, and one before a literal says its type ({@code DATE
   * '2020-01-31'}). Quantifiers are possessive, because long texts would fill the stack otherwise.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|`[^`]*+(?:``[^`]*+)*+`"
              + "|\\p{N}[\\p{L}\\p{N}_.]*+"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_$]*+)(?!\\s*+['(])|[\\p{L}_][\\p{L}\\p{N}_$]*+");

  /** A word wherever it stands, even in a string literal; a word before a bracket is a function. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*+(?!\\s*+\\()");

  /** Words that no database takes for a column unless they are quoted. */
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "is", "null", "in", "between", "case", "when", "then", "else");

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if a text is blank or has a NUL character
   */
  public Expression {
    requireText(text);
    variants.values().forEach(Expression::requireText);
    variants = Variants.copyOf(variants);
  }

  /**
   * An expression that is the same for every database.
   *
   * @param text the SQL
   * @return the expression
   * @throws DefinitionException if the text is blank or has a NUL character
   */
  public static Expression of(String text) {
    return new Expression(text, Map.of());
  }

  /**
   * Says it in another way for one dialect.
   *
   * @param dialect the dialect
   * @param variant the SQL there
   * @return a copy with the variant
   * @throws DefinitionException if the text is blank or the dialect has a variant already
   */
  public Expression on(DialectName dialect, String variant) {
    return new Expression(text, Variants.with(variants, dialect, variant));
  }

  /**
   * The words of the text and of its variants in lower case: every column that it can mean is among
   * them, and much that is no column.
   *
   * @return the words; empty if the text has quoted names, which may be any column
   */
  public Optional<Set<String>> words() {
    Set<String> words = new TreeSet<>();
    for (String version : versions()) {
      if (version.matches("(?s).*[\"`\\[].*")) {
        return Optional.empty();
      }
      WORD.matcher(version).results().forEach(w -> words.add(w.group().toLowerCase(Locale.ROOT)));
    }
    words.removeAll(KEYWORDS);
    return Optional.of(Collections.unmodifiableSet(words));
  }

  private List<String> versions() {
    List<String> versions = new ArrayList<>(variants.values());
    versions.add(text);
    return versions;
  }

  /**
   * Whether a name stands in the text as a word of its own, outside string literals.
   *
   * @param name the name of a column or table
   * @return whether it occurs in the text or a variant, in any case
   */
  public boolean mentions(String name) {
    return versions().stream().anyMatch(version -> !renamed(version, name, "").equals(version));
  }

  /**
   * Follows the renaming of a column: databases do so by themselves, and so must what we know.
   *
   * @param from the old name
   * @param to the new name
   * @return a copy with the name replaced where it stands as a word, outside string literals
   */
  public Expression renaming(String from, String to) {
    Map<DialectName, String> renamed = new TreeMap<>();
    variants.forEach((dialect, variant) -> renamed.put(dialect, renamed(variant, from, to)));
    return new Expression(renamed(text, from, to), renamed);
  }

  private static String renamed(String text, String from, String to) {
    String bare = isPlain(to) ? to : quoted(to, '"');
    StringBuilder result = new StringBuilder();
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      String replacement = token;
      if (from.equalsIgnoreCase(tokens.group("name"))) {
        replacement = bare;
      } else if (token.equals(quoted(from, '"'))) {
        // Quotes that the old name needed may be wrong for the new one: "a" is not a on H2.
        replacement = isPlain(from) ? quoted(to, '"') : bare;
      } else if (token.equalsIgnoreCase(quoted(from, '`'))) {
        replacement = quoted(to, '`');
      }
      tokens.appendReplacement(result, Matcher.quoteReplacement(replacement));
    }
    return tokens.appendTail(result).toString();
  }

  private static boolean isPlain(String name) {
    return name.matches("[a-z_][a-z0-9_]*");
  }

  private static String quoted(String name, char quote) {
    String mark = String.valueOf(quote);
    return mark + name.replace(mark, mark + mark) + mark;
  }

  /** The text with words in lower case, and all else as it is. */
  private static String folded(String text) {
    return TOKEN
        .matcher(text)
        .replaceAll(
            token ->
                Matcher.quoteReplacement(
                    "'\"`".indexOf(token.group().charAt(0)) < 0
                        ? token.group().toLowerCase(Locale.ROOT)
                        : token.group()));
  }

  private List<String> foldedVersions() {
    return versions().stream().map(Expression::folded).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that
        && variants.keySet().equals(that.variants.keySet())
        && (versions().equals(that.versions()) || foldedVersions().equals(that.foldedVersions()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(folded(text), variants.keySet());
  }

  @Override
  public Expression on(List<DialectName> names) {
    return variants.isEmpty() ? this : of(Variants.choose(variants, names, text));
  }

  @Override
  public <R> R accept(DefaultValueVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return text;
  }

  private static void requireText(String text) {
    if (Objects.requireNonNull(text, "text").isBlank() || text.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "an expression is blank or has a NUL character", "write SQL, such as price > 0");
    }
  }
}
