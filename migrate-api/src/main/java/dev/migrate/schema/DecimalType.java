package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/**
 * An exact number.
 *
 * @param precision the total number of digits, 1 or more
 * @param scale the number of digits after the decimal point, 0 to the precision
 */
public record DecimalType(int precision, int scale) implements DataType {

  /**
   * Checks both numbers.
   *
   * @throws DefinitionException if they are out of range
   */
  public DecimalType {
    if (precision < 1 || scale < 0 || scale > precision) {
      throw new DefinitionException(
          "decimal(" + precision + "," + scale + ") is not a valid type",
          "give all digits as the precision, and those after the point as the scale: decimal(10,"
              + " 2)");
    }
  }

  @Override
  public boolean accepts(Literal.Kind kind) {
    return kind == Literal.Kind.NUMBER || kind == Literal.Kind.NULL;
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "decimal(" + precision + "," + scale + ")";
  }
}
