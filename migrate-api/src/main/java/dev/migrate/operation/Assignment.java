package dev.migrate.operation;

import dev.migrate.schema.DefaultValue;
import java.util.Objects;

/** A column and a value: what it is set to, or compared with. */
public record Assignment(String column, DefaultValue value) {

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
