package dev.migrate.engine.json;

/** Java code: only that there is some. */
final class CodeShape extends Shape {

  @Override
  void write(Object value, StringBuilder out) {
    out.append(true);
  }

  @Override
  Object read(JsonSource source) {
    if (!source.bool()) {
      throw source.damaged("code that is not there is not written");
    }
    return StoredCode.INSTANCE;
  }
}
