package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/**
 * Characters of a fixed or a limited length.
 *
 * @param length characters (not bytes), 1 or more
 * @param fixed whether shorter values are padded with spaces: {@code char} rather than {@code
 *     varchar}
 */
public record CharacterType(int length, boolean fixed) implements DataType {

  /**
   * Checks the length.
   *
   * @throws DefinitionException if it is less than 1
   */
  public CharacterType {
    if (length < 1) {
      throw new DefinitionException(
          (fixed ? "character(" : "varchar(") + length + ") is not a valid type",
          "give it a length of 1 or more");
    }
  }

  @Override
  public boolean accepts(Literal.Kind kind) {
    return kind == Literal.Kind.TEXT || kind == Literal.Kind.NULL;
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return (fixed ? "character(" : "varchar(") + length + ")";
  }
}
