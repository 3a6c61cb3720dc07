package dev.migrate.schema;

import java.util.Objects;

/** A reference to a named enum type of the schema. */
public record EnumReference(QualifiedName type) implements DataType {

  /** Checks for null. */
  public EnumReference {
    Objects.requireNonNull(type, "type");
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
    return "enum " + type;
  }
}
