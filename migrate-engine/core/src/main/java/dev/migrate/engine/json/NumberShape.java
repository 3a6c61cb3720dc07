package dev.migrate.engine.json;

/** A whole number: an int if it ranges within one, else a long. */
final class NumberShape extends Shape {

  private final long smallest;
  private final long greatest;

  NumberShape(long smallest, long greatest) {
    this.smallest = smallest;
    this.greatest = greatest;
  }

  @Override
  void write(Object value, JsonOutput out) {
    out.append(JsonOutput.ascii(value.toString()));
  }

  @Override
  Object read(JsonSource source) {
    String text = source.number();
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw source.damaged(text + " is not a whole number, or too great", malformed);
    }
    if (value < smallest || value > greatest) {
      throw source.damaged(text + " is too great");
    }
    if (greatest == Integer.MAX_VALUE) {
      return (int) value;
    }
    return value;
  }
}
