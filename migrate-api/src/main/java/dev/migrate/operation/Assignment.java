package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.Objects;

/**
 * A column and a value: what it shall have, or what it has.
 *
 * @param column the column
 * @param value the value
 */
public record Assignment(String column, Literal value) {

  /** Checks the name. */
  public Assignment {
    Required.name("column", column);
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return column + " = " + value;
  }
}
