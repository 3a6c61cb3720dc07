package dev.migrate.engine.json;

/** True or false; false is not written, unless {@link FormatRules} has another standard. */
final class BooleanShape extends Shape {

  private static final byte[] TRUE = JsonOutput.ascii("true");
  private static final byte[] FALSE = JsonOutput.ascii("false");

  @Override
  void write(Object value, JsonOutput out) {
    out.append((boolean) value ? TRUE : FALSE);
  }

  @Override
  Object read(JsonSource source) {
    return source.bool();
  }

  @Override
  Object standard() {
    return false;
  }
}
