package dev.migrate.engine.json;

/** Java code: only that there is some. */
final class CodeShape extends Shape {

  private static final byte[] THERE = JsonOutput.ascii("true");

  @Override
  void write(Object value, JsonOutput out) {
    out.append(THERE);
  }

  @Override
  Object read(JsonSource source) {
    if (!source.bool()) {
      throw source.damaged("code that is not there is not written");
    }
    return StoredCode.INSTANCE;
  }
}
