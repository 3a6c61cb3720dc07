package dev.migrate.operation;

import dev.migrate.schema.Literal;

/**
 * A column and a value: what it shall have, or what it has.
 *
 * @param column the column
 * @param value the value
 */
public record Assignment(String column, Literal value) {

  @Override
  public String toString() {
    return column + " = " + value;
  }
}
