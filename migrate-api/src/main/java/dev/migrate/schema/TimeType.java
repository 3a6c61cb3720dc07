package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/**
 * A time of day without a time zone.
 *
 * @param digits the fractional digits of the seconds, 0 to 9
 */
public record TimeType(int digits) implements DataType {

  /**
   * Checks the digits.
   *
   * @throws DefinitionException if they are out of range
   */
  public TimeType {
    FractionalSeconds.require("time", digits);
  }

  @Override
  public boolean accepts(Literal.Kind kind) {
    return kind == Literal.Kind.TIME || kind == Literal.Kind.NULL;
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "time" + FractionalSeconds.text(digits);
  }
}
