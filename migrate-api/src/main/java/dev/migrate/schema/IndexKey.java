package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A key of an index: a column or an expression, and the sort order. Immutable; every method that
 * changes something returns a copy.
 *
 * @param column the column, if the key is a column
 * @param expression the expression, if the key is an expression
 * @param isDescending whether the order is descending
 * @param nulls where NULLs are sorted; empty for the database's default
 * @param operatorClass the operator class with its options, by a name that the database knows
 * @param prefix the number of characters or bytes that are indexed, where the database can index a
 *     prefix; 0 for the whole column
 * @param collation the collation, if it is not the column's
 */
public record IndexKey(
    Optional<String> column,
    Optional<Expression> expression,
    boolean isDescending,
    Optional<NullsOrder> nulls,
    Optional<String> operatorClass,
    int prefix,
    Optional<String> collation) {

  /**
   * Checks that the attributes fit together.
   *
   * @throws DefinitionException if not exactly one of column and expression is given, a name is
   *     empty or malformed, or the prefix is negative or belongs to an expression
   */
  public IndexKey {
    column.ifPresent(name -> NameRules.require("column", name));
    Objects.requireNonNull(nulls, "nulls");
    operatorClass.ifPresent(IndexKey::requireOperatorClass);
    collation.ifPresent(name -> NameRules.require("collation", name));
    if (column.isPresent() == expression.isPresent()) {
      throw new DefinitionException(
          "an index key is either a column or an expression", "name only one of the two");
    }
    if (prefix < 0 || (prefix > 0 && column.isEmpty())) {
      throw new DefinitionException(
          "an index key has the prefix " + prefix,
          "give the number of characters of a column, 1 or more");
    }
  }

  /** A name, qualified or not, and options such as {@code (siglen=32)}. */
  private static final Pattern OPERATOR_CLASS =
      Pattern.compile(
          "[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)?( ?\\(\\w+ ?= ?'?[\\w.]+'?(, ?\\w+ ?="
              + " ?'?[\\w.]+'?)*\\))?");

  private static void requireOperatorClass(String name) {
    if (!OPERATOR_CLASS.matcher(name).matches()) {
      throw new DefinitionException(
          "\"" + name + "\" is not an operator class",
          "use a name that the database knows, such as gin_trgm_ops or gist_trgm_ops(siglen=32)");
    }
  }

  /** A column, in ascending order. */
  public static IndexKey column(String name) {
    return of(Optional.of(NameRules.given("column", name).orElseThrow()), Optional.empty());
  }

  /** An expression, in ascending order. */
  public static IndexKey expression(Expression expression) {
    return of(Optional.empty(), NameRules.given("expression", expression));
  }

  private static IndexKey of(Optional<String> column, Optional<Expression> expression) {
    return new IndexKey(
        column, expression, false, Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  /** A copy in descending order. */
  public IndexKey descending() {
    return withDescending(true);
  }

  /**
   * A copy in ascending or descending order.
   *
   * @param other whether the order is descending
   */
  public IndexKey withDescending(boolean other) {
    return new IndexKey(column, expression, other, nulls, operatorClass, prefix, collation);
  }

  /**
   * A copy for a column.
   *
   * @return a copy without an expression
   */
  public IndexKey withColumn(String name) {
    return new IndexKey(
        NameRules.given("column", name),
        Optional.empty(),
        isDescending,
        nulls,
        operatorClass,
        prefix,
        collation);
  }

  /**
   * A copy for an expression.
   *
   * @return a copy without a column or prefix
   */
  public IndexKey withExpression(Expression other) {
    return new IndexKey(
        Optional.empty(),
        NameRules.given("expression", other),
        isDescending,
        nulls,
        operatorClass,
        0,
        collation);
  }

  /** A copy that sorts NULLs first (PostgreSQL only). */
  public IndexKey nullsFirst() {
    return withNulls(Optional.of(NullsOrder.FIRST));
  }

  /** A copy that sorts NULLs last (PostgreSQL only). */
  public IndexKey nullsLast() {
    return withNulls(Optional.of(NullsOrder.LAST));
  }

  /**
   * A copy that sorts NULLs elsewhere.
   *
   * @param other where NULLs are sorted; empty for the database's default
   */
  public IndexKey withNulls(Optional<NullsOrder> other) {
    return new IndexKey(column, expression, isDescending, other, operatorClass, prefix, collation);
  }

  /**
   * A copy with an operator class (PostgreSQL only).
   *
   * @param name an operator class that the database knows, such as {@code gin_trgm_ops}
   * @throws DefinitionException if the name is malformed
   */
  public IndexKey operatorClass(String name) {
    return withOperatorClass(NameRules.given("name", name));
  }

  /**
   * A copy with another operator class.
   *
   * @param other the operator class; empty for the default
   * @throws DefinitionException if the name is malformed
   */
  public IndexKey withOperatorClass(Optional<String> other) {
    return new IndexKey(column, expression, isDescending, nulls, other, prefix, collation);
  }

  /**
   * A copy with a collation (PostgreSQL and SQLite only).
   *
   * @param name a collation that the database knows
   */
  public IndexKey collate(String name) {
    return withCollation(NameRules.given("name", name));
  }

  /**
   * A copy with another collation.
   *
   * @param other the collation; empty for the column's own
   */
  public IndexKey withCollation(Optional<String> other) {
    return new IndexKey(column, expression, isDescending, nulls, operatorClass, prefix, other);
  }

  /**
   * A copy that indexes only the beginning of the column. MySQL and MariaDB require this for text
   * and blob columns. Databases without it index the whole column, unless the index is unique.
   *
   * @param length the number of characters, or of bytes for binary columns
   * @throws DefinitionException if it is less than 1, or the key is an expression
   */
  public IndexKey prefix(int length) {
    return withPrefix(length < 1 ? -1 : length);
  }

  /**
   * A copy with another prefix.
   *
   * @param length the number of characters or bytes; 0 for all
   */
  public IndexKey withPrefix(int length) {
    return new IndexKey(column, expression, isDescending, nulls, operatorClass, length, collation);
  }

  /** A copy with its expression changed, if it is one. */
  IndexKey withText(UnaryOperator<Expression> change) {
    return new IndexKey(
        column, expression.map(change), isDescending, nulls, operatorClass, prefix, collation);
  }

  /** A copy after the rename of a column; an expression stays as it is. */
  public IndexKey renamingColumn(String from, String to) {
    return new IndexKey(
        column.map(name -> name.equals(from) ? to : name),
        expression,
        isDescending,
        nulls,
        operatorClass,
        prefix,
        collation);
  }

  @Override
  public String toString() {
    return column.orElseGet(() -> expression.orElseThrow().toString())
        + (prefix == 0 ? "" : "(" + prefix + ")")
        + collation.map(name -> " collate " + name).orElse("")
        + operatorClass.map(name -> " " + name).orElse("")
        + (isDescending ? " desc" : "")
        + nulls.map(order -> " nulls " + order.name().toLowerCase(Locale.ROOT)).orElse("");
  }
}
