package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One part of an index: a column or an expression, and the order. Immutable; every method that says
 * something more returns a copy.
 *
 * @param column the column, if it is one
 * @param expression the expression, if it is one
 * @param isDescending whether the order is descending
 * @param nulls where the NULLs are; empty for where the database has them
 * @param operatorClass how values are compared, by a name that the database knows, with its options
 * @param prefix how many characters or bytes of the column count, where the database can index a
 *     prefix; 0 for all
 * @param collation how text is compared, if not as in the column
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
   * Checks what must fit together.
   *
   * @throws DefinitionException if it is both a column and an expression or neither, a name is
   *     empty or no name, or the prefix is negative or of an expression
   */
  public IndexKey {
    column.ifPresent(name -> Names.require("column", name));
    Objects.requireNonNull(nulls, "nulls");
    operatorClass.ifPresent(IndexKey::requireOperatorClass);
    collation.ifPresent(name -> Names.require("collation", name));
    if (column.isPresent() == expression.isPresent()) {
      throw new DefinitionException(
          "a part of an index is a column or an expression", "name only one of the two");
    }
    if (prefix < 0 || (prefix > 0 && column.isEmpty())) {
      throw new DefinitionException(
          "a part of an index has the prefix " + prefix,
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
    return of(Optional.of(Names.given("column", name).orElseThrow()), Optional.empty());
  }

  /** An expression, in ascending order. */
  public static IndexKey expression(Expression expression) {
    return of(Optional.empty(), Names.given("expression", expression));
  }

  private static IndexKey of(Optional<String> column, Optional<Expression> expression) {
    return new IndexKey(
        column, expression, false, Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  /** The same in descending order. */
  public IndexKey descending() {
    return withDescending(true);
  }

  /**
   * The same in ascending or descending order.
   *
   * @param other whether the order is descending
   */
  public IndexKey withDescending(boolean other) {
    return new IndexKey(column, expression, other, nulls, operatorClass, prefix, collation);
  }

  /**
   * The same key of a column.
   *
   * @return a copy, which is of no expression
   */
  public IndexKey withColumn(String name) {
    return new IndexKey(
        Names.given("column", name),
        Optional.empty(),
        isDescending,
        nulls,
        operatorClass,
        prefix,
        collation);
  }

  /**
   * The same key of an expression.
   *
   * @return a copy, which is of no column and no prefix
   */
  public IndexKey withExpression(Expression other) {
    return new IndexKey(
        Optional.empty(),
        Names.given("expression", other),
        isDescending,
        nulls,
        operatorClass,
        0,
        collation);
  }

  /** The same, with the NULLs before all values. PostgreSQL. */
  public IndexKey nullsFirst() {
    return withNulls(Optional.of(NullsOrder.FIRST));
  }

  /** The same, with the NULLs after all values. PostgreSQL. */
  public IndexKey nullsLast() {
    return withNulls(Optional.of(NullsOrder.LAST));
  }

  /**
   * The same, with the NULLs at another place.
   *
   * @param other the place; empty for where the database has them
   */
  public IndexKey withNulls(Optional<NullsOrder> other) {
    return new IndexKey(column, expression, isDescending, other, operatorClass, prefix, collation);
  }

  /**
   * The same, compared in another way. PostgreSQL.
   *
   * @param name a name that the database knows, such as {@code gin_trgm_ops}
   * @throws DefinitionException if it is not a name
   */
  public IndexKey operatorClass(String name) {
    return withOperatorClass(Names.given("name", name));
  }

  /**
   * The same with another operator class.
   *
   * @param other the operator class; empty for the usual one
   * @throws DefinitionException if it is not a name
   */
  public IndexKey withOperatorClass(Optional<String> other) {
    return new IndexKey(column, expression, isDescending, nulls, other, prefix, collation);
  }

  /**
   * The same, comparing text by this collation. PostgreSQL and SQLite.
   *
   * @param name a name that the database knows
   */
  public IndexKey collate(String name) {
    return withCollation(Names.given("name", name));
  }

  /**
   * The same with another collation.
   *
   * @param other the collation; empty for the column's own
   */
  public IndexKey withCollation(Optional<String> other) {
    return new IndexKey(column, expression, isDescending, nulls, operatorClass, prefix, other);
  }

  /**
   * The same, of which only the beginning counts. MySQL and MariaDB need it for text and blob
   * columns; where there is no such thing, an index that is not unique is over the whole column.
   *
   * @param length the number of characters; of bytes, if the column has bytes
   * @throws DefinitionException if it is less than 1, or this is an expression
   */
  public IndexKey prefix(int length) {
    return withPrefix(length < 1 ? -1 : length);
  }

  /**
   * The same with another prefix.
   *
   * @param length the number of characters or bytes; 0 for all
   */
  public IndexKey withPrefix(int length) {
    return new IndexKey(column, expression, isDescending, nulls, operatorClass, length, collation);
  }

  /** The same with another expression, if it is one. */
  IndexKey withText(UnaryOperator<Expression> change) {
    return new IndexKey(
        column, expression.map(change), isDescending, nulls, operatorClass, prefix, collation);
  }

  /** The same after a column was renamed; an expression stays as it is. */
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
