package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One part of an index: a column or an expression, and the order. Immutable; every method that says
 * something more returns a copy.
 *
 * @param column the column, if it is one
 * @param expression the expression, if it is one
 * @param isDescending whether great values come first
 * @param nulls where the NULLs are; empty for where the database has them
 * @param operatorClass how values are compared, by a name that the database knows
 * @param prefix how many characters or bytes of the column count, where the database can tell them
 *     apart; 0 for all
 */
public record IndexKey(
    Optional<String> column,
    Optional<Expression> expression,
    boolean isDescending,
    Optional<NullsOrder> nulls,
    Optional<String> operatorClass,
    int prefix) {

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
    if (column.isPresent() == expression.isPresent()) {
      throw new DefinitionException(
          "a part of an index is a column or an expression", "name one of both");
    }
    if (prefix < 0 || (prefix > 0 && column.isEmpty())) {
      throw new DefinitionException(
          "a part of an index has the prefix " + prefix,
          "give the number of characters of a column, 1 or more");
    }
  }

  private static void requireOperatorClass(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?")) {
      throw new DefinitionException(
          "\"" + name + "\" is no operator class",
          "use a name that the database knows, such as gin_trgm_ops");
    }
  }

  /**
   * A column, small values first.
   *
   * @param name the column
   * @return the part
   */
  public static IndexKey column(String name) {
    return of(Optional.of(Names.given("column", name).orElseThrow()), Optional.empty());
  }

  /**
   * An expression, small values first.
   *
   * @param expression the expression
   * @return the part
   */
  public static IndexKey expression(Expression expression) {
    return of(Optional.empty(), Names.given("expression", expression));
  }

  private static IndexKey of(Optional<String> column, Optional<Expression> expression) {
    return new IndexKey(column, expression, false, Optional.empty(), Optional.empty(), 0);
  }

  /**
   * The same, great values first.
   *
   * @return a copy
   */
  public IndexKey descending() {
    return new IndexKey(column, expression, true, nulls, operatorClass, prefix);
  }

  /**
   * The same, with the NULLs before all values. PostgreSQL.
   *
   * @return a copy
   */
  public IndexKey nullsFirst() {
    return withNulls(Optional.of(NullsOrder.FIRST));
  }

  /**
   * The same, with the NULLs behind all values. PostgreSQL.
   *
   * @return a copy
   */
  public IndexKey nullsLast() {
    return withNulls(Optional.of(NullsOrder.LAST));
  }

  /**
   * The same, with the NULLs at another place.
   *
   * @param other the place; empty for where the database has them
   * @return a copy
   */
  public IndexKey withNulls(Optional<NullsOrder> other) {
    return new IndexKey(column, expression, isDescending, other, operatorClass, prefix);
  }

  /**
   * The same, compared in another way. PostgreSQL.
   *
   * @param name a name that the database knows, such as {@code gin_trgm_ops}
   * @return a copy
   * @throws DefinitionException if it is no name
   */
  public IndexKey operatorClass(String name) {
    return new IndexKey(column, expression, isDescending, nulls, Names.given("name", name), prefix);
  }

  /**
   * The same, of which only the beginning counts. MySQL and MariaDB need it for text and blob
   * columns; where there is no such thing, an index that is not unique is over the whole column.
   *
   * @param length the number of characters; of bytes, if the column has bytes
   * @return a copy
   * @throws DefinitionException if it is less than 1, or this is an expression
   */
  public IndexKey prefix(int length) {
    return withPrefix(length < 1 ? -1 : length);
  }

  /**
   * The same with another prefix.
   *
   * @param length the number of characters or bytes; 0 for all
   * @return a copy
   */
  public IndexKey withPrefix(int length) {
    return new IndexKey(column, expression, isDescending, nulls, operatorClass, length);
  }

  /** The same with another expression, if it is one. */
  IndexKey withText(UnaryOperator<Expression> change) {
    return new IndexKey(column, expression.map(change), isDescending, nulls, operatorClass, prefix);
  }

  /**
   * The same after a column was renamed; an expression stays as it is.
   *
   * @param from the old name
   * @param to the new name
   * @return a copy
   */
  public IndexKey renamingColumn(String from, String to) {
    return new IndexKey(
        column.map(name -> name.equals(from) ? to : name),
        expression,
        isDescending,
        nulls,
        operatorClass,
        prefix);
  }

  @Override
  public String toString() {
    return column.orElseGet(() -> expression.orElseThrow().toString())
        + (prefix == 0 ? "" : "(" + prefix + ")")
        + operatorClass.map(name -> " " + name).orElse("")
        + (isDescending ? " desc" : "")
        + nulls.map(order -> " nulls " + order.name().toLowerCase(Locale.ROOT)).orElse("");
  }
}
