package dev.migrate.schema;

/** The date and time at which the row is inserted. */
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
