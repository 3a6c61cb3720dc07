package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL in the database's own words: the condition of a check, a computed value, the query
 * of a view. Written verbatim into statements; the one place where that is so apart from raw SQL.
 *
 * @param text the SQL, without a closing semicolon
 * @param variants what single dialects have instead
 */
public record Expression(String text, Map<DialectName, String> variants) implements DefaultValue {

  /** A string literal, a quoted name, or a word: what must not be torn apart. */
  private static final Pattern WORD =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

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
   * Whether a name stands in the text as a word of its own, outside string literals.
   *
   * @param name the name of a column or table
   * @return whether it occurs in the text or a variant, in any case
   */
  public boolean mentions(String name) {
    return !renaming(name, name + "_").equals(this);
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
    String replacement = to.matches("[a-z_][a-z0-9_]*") ? to : '"' + to.replace("\"", "\"\"") + '"';
    StringBuilder result = new StringBuilder();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      boolean found = word.equalsIgnoreCase(from) || word.equals('"' + from + '"');
      words.appendReplacement(result, Matcher.quoteReplacement(found ? replacement : word));
    }
    return words.appendTail(result).toString();
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
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "an expression is blank or has a NUL character", "write SQL, such as price > 0");
    }
  }
}
