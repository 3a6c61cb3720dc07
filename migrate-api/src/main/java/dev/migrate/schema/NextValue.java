package dev.migrate.schema;

/**
 * The next value of a sequence.
 *
 * @param sequence the sequence
 */
public record NextValue(QualifiedName sequence) implements DefaultValue {

  @Override
  public <R> R accept(DefaultValueVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "next value of " + sequence;
  }
}
