package dev.migrate.schema;

/** The date of the insert. */
public record CurrentDate() implements DefaultValue {

  @Override
  public <R> R accept(DefaultValueVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "current date";
  }
}
