package dev.migrate.schema;

/** The date and time of the insert. */
public record CurrentTimestamp() implements DefaultValue {

  @Override
  public <R> R accept(DefaultValueVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "current timestamp";
  }
}
