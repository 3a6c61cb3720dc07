package dev.migrate.schema;

import java.util.List;

/**
 * An enum whose labels are listed at the column: how databases without named enum types store an
 * {@link EnumReference}.
 *
 * @param labels the labels in their order
 */
public record EnumLabels(List<String> labels) implements DataType {

  /** Checks and copies, as an enum type does. */
  public EnumLabels {
    labels = EnumType.requireLabels("an enum", labels);
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
    return "enum" + labels.stream().map(l -> "'" + l.replace("'", "''") + "'").toList();
  }
}
