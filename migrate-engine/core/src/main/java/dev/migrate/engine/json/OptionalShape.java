package dev.migrate.engine.json;

import dev.migrate.schema.DialectName;
import java.util.List;
import java.util.Optional;

/** A value that may be absent, and then is not written. */
final class OptionalShape extends Shape {

  private final Shape present;

  OptionalShape(Shape present) {
    this.present = present;
  }

  @Override
  void write(Object value, JsonOutput out) {
    present.write(((Optional<?>) value).orElseThrow(), out);
  }

  @Override
  Object read(JsonSource source) {
    return Optional.of(present.read(source));
  }

  @Override
  Object standard() {
    return Optional.empty();
  }

  @Override
  boolean isStandard(Object value, Object standard) {
    return ((Optional<?>) value).isEmpty();
  }

  @Override
  boolean varies() {
    return present.varies();
  }

  @Override
  Object resolve(Object value, List<DialectName> names) {
    Optional<?> before = (Optional<?>) value;
    if (before.isEmpty()) {
      return before;
    }
    Object resolved = present.resolve(before.orElseThrow(), names);
    return resolved == before.orElseThrow() ? before : Optional.of(resolved);
  }
}
