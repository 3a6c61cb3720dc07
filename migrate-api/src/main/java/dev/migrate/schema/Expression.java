package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.sql.NameChange;
import dev.migrate.sql.SqlText;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A piece of SQL in the database's own words: the condition of a check, a computed value, the query
 * of a view. Written verbatim into statements. Two expressions are equal if they differ only in the
 * case of letters outside quotes.
 *
 * @param text the SQL, without a closing semicolon
 * @param variants the variants by dialect
 */
public record Expression(String text, Map<DialectName, String> variants) implements DefaultValue {

  /** A word anywhere, even in a string literal; a word before a parenthesis is a function. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*+(?!\\s*+\\()");

  /** Words that are never columns unless quoted. */
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "is", "null", "in", "between", "case", "when", "then", "else");

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if a text is blank or contains a NUL character
   */
  public Expression {
    requireText(text);
    variants.values().forEach(Expression::requireText);
    variants = Variants.copyOf(variants);
  }

  /**
   * An expression that is the same for every database.
   *
   * @throws DefinitionException if the text is blank or contains a NUL character
   */
  public static Expression of(String text) {
    return new Expression(text, Map.of());
  }

  /**
   * Sets the text for one dialect.
   *
   * @param variant the SQL for that dialect
   * @throws DefinitionException if the text is blank or the dialect already has a variant
   */
  public Expression on(DialectName dialect, String variant) {
    return new Expression(text, Variants.with(variants, dialect, variant));
  }

  /**
   * The words of the text and of its variants in lower case: they include every column that it may
   * refer to, and other words.
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
   * Whether a name occurs in the text, other than in a string or comment or as a function. For
   * queries, in which a name can be anything; see {@link Table#mentions} for the texts of a table.
   *
   * @param name the name of a column, table or schema
   * @return false only where it certainly does not, in any case, in the text or a variant
   */
  public boolean mentions(String name) {
    return parsed().anyMatch(text -> text.hasName(name));
  }

  /**
   * Whether a string in the text or a variant has this value.
   *
   * @return false only where there is certainly none, in any case
   */
  public boolean hasString(String value) {
    return parsed().anyMatch(text -> text.hasString(value));
  }

  /** Whether the text or a variant may contain the name that changes. */
  boolean mayHave(NameChange change) {
    return parsed().anyMatch(text -> text.mayName(change));
  }

  /**
   * A copy that follows a change of a name; empty if it is not certain what the old name refers to.
   */
  Optional<Expression> following(NameChange change) {
    Optional<String> followed = parsed(text).following(change);
    Map<DialectName, String> others = new TreeMap<>();
    variants.forEach(
        (dialect, variant) ->
            parsed(dialect, variant)
                .following(change)
                .ifPresent(other -> others.put(dialect, other)));
    return others.size() < variants.size()
        ? Optional.empty()
        : followed.map(standard -> new Expression(standard, others));
  }

  /** Whether another expression is identical character by character. */
  boolean isSameText(Expression other) {
    return text.equals(other.text) && variants.equals(other.variants);
  }

  /** A copy without the table in front of its columns. */
  Expression unqualified(QualifiedName table) {
    Map<DialectName, String> others = new TreeMap<>();
    variants.forEach(
        (dialect, variant) ->
            others.put(
                dialect, parsed(dialect, variant).unqualified(table.namespace(), table.name())));
    return new Expression(parsed(text).unqualified(table.namespace(), table.name()), others);
  }

  private SqlText parsed(String standard) {
    return variants.containsKey(DialectName.MYSQL)
        ? SqlText.ofStandard(standard)
        : SqlText.of(standard);
  }

  private static SqlText parsed(DialectName dialect, String variant) {
    boolean mysql = dialect.equals(DialectName.MYSQL) || dialect.equals(DialectName.MARIADB);
    return mysql ? SqlText.ofMysql(variant) : SqlText.ofStandard(variant);
  }

  private Stream<SqlText> parsed() {
    return Stream.concat(
        variants.entrySet().stream().map(known -> parsed(known.getKey(), known.getValue())),
        Stream.of(parsed(text)));
  }

  private List<List<String>> foldedVersions() {
    return parsed().map(SqlText::folded).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that
        && variants.keySet().equals(that.variants.keySet())
        && (versions().equals(that.versions()) || foldedVersions().equals(that.foldedVersions()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(parsed(text).folded().get(0), variants.keySet());
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
          "an expression is blank or contains a NUL character", "write SQL, such as price > 0");
    }
    Arguments.requireWholeCharacters(text, "an expression");
  }
}
