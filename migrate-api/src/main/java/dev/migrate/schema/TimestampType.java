package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.Literal.Kind;

/**
 * A date and time.
 *
 * @param digits the fractional digits of the seconds, 0 to 9
 * @param withTimeZone whether the value is an instant rather than a local date and time
 */
public record TimestampType(int digits, boolean withTimeZone) implements DataType {

  /**
   * Checks the digits.
   *
   * @throws DefinitionException if they are out of range
   */
  public TimestampType {
    FractionalSeconds.require("timestamp", digits);
  }

  @Override
  public boolean accepts(Kind kind) {
    return kind == Kind.NULL
        || kind == (withTimeZone ? Kind.TIMESTAMP_WITH_TIME_ZONE : Kind.TIMESTAMP);
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return "timestamp" + FractionalSeconds.text(digits) + (withTimeZone ? " with time zone" : "");
  }
}
