package dev.migrate.schema;

import java.util.Objects;

/** The next value of a sequence. */
public record NextValue(QualifiedName sequence) implements DefaultValue {

  /** Checks for null. */
  public NextValue {
    Objects.requireNonNull(sequence, "sequence");
  }

  @Override
  public <R> R accept(DefaultValueVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "next value of " + sequence;
  }
}
