package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/**
 * Bytes up to a limit.
 *
 * @param length the maximum number of bytes, 1 or more
 */
public record BinaryType(int length) implements DataType {

  /**
   * Checks the length.
   *
   * @throws DefinitionException if it is less than 1
   */
  public BinaryType {
    if (length < 1) {
      throw new DefinitionException(
          "binary(" + length + ") is not a valid type", "give it a length of 1 or more");
    }
  }

  @Override
  public boolean accepts(Literal.Kind kind) {
    return kind == Literal.Kind.BYTES || kind == Literal.Kind.NULL;
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "binary(" + length + ")";
  }
}
