package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Objects;

/**
 * A list of values of one type.
 *
 * @param element the type of each value
 */
public record ArrayType(DataType element) implements DataType {

  /**
   * Checks the element.
   *
   * @throws DefinitionException if it is an array or differs by dialect itself
   */
  public ArrayType {
    Objects.requireNonNull(element, "element");
    if (element instanceof ArrayType || element instanceof VaryingType) {
      throw new DefinitionException(
          "array of " + element + " is not a valid type",
          "use nativeType(\"…\") for arrays of arrays; let the array differ by dialect");
    }
  }

  @Override
  public boolean accepts(Literal.Kind kind) {
    return kind == Literal.Kind.NULL;
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "array of " + element;
  }
}
