package dev.migrate.engine.json;

/** True or false; false is not written, unless {@link FormatRules} has another standard. */
final class BooleanShape extends Shape {

  @Override
  void write(Object value, StringBuilder out) {
    out.append((boolean) value);
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
