package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Optional;

/**
 * One part of an index: a column or an expression, and the order.
 *
 * @param column the column, if it is one
 * @param expression the expression, if it is one
 * @param isDescending whether great values come first
 */
public record IndexKey(
    Optional<String> column, Optional<Expression> expression, boolean isDescending) {

  /**
   * Checks that it is one of both.
   *
   * @throws DefinitionException if it is both or neither, or the name is empty
   */
  public IndexKey {
    column.ifPresent(name -> Names.require("column", name));
    if (column.isPresent() == expression.isPresent()) {
      throw new DefinitionException(
          "a part of an index is a column or an expression", "name one of both");
    }
  }

  /**
   * A column, small values first.
   *
   * @param name the column
   * @return the part
   */
  public static IndexKey column(String name) {
    return new IndexKey(Names.given("column", name), Optional.empty(), false);
  }

  /**
   * An expression, small values first.
   *
   * @param expression the expression
   * @return the part
   */
  public static IndexKey expression(Expression expression) {
    return new IndexKey(Optional.empty(), Names.given("expression", expression), false);
  }

  /**
   * The same, great values first.
   *
   * @return a copy
   */
  public IndexKey descending() {
    return new IndexKey(column, expression, true);
  }

  /**
   * The same after a column was renamed.
   *
   * @param from the old name
   * @param to the new name
   * @return a copy
   */
  public IndexKey renamingColumn(String from, String to) {
    return new IndexKey(
        column.map(name -> name.equals(from) ? to : name),
        expression.map(e -> e.renaming(from, to)),
        isDescending);
  }

  @Override
  public String toString() {
    return column.orElseGet(() -> expression.orElseThrow().toString())
        + (isDescending ? " desc" : "");
  }
}
