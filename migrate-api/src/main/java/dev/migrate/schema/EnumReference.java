package dev.migrate.schema;

import java.util.Objects;

/** One of the labels of an enum type that the schema has by name. */
public record EnumReference(QualifiedName type) implements DataType {

  /** Checks that it is there. */
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
