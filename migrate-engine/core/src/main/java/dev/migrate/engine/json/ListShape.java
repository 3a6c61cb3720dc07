package dev.migrate.engine.json;

import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import java.util.ArrayList;
import java.util.List;

/** Values in order; not written where there is none. */
final class ListShape extends Shape {

  private final Shape element;

  ListShape(Shape element) {
    this.element = element;
  }

  @Override
  void write(Object value, JsonOutput out) {
    char before = '[';
    for (Object each : (List<?>) value) {
      out.append(before);
      element.write(each, out);
      before = ',';
    }
    if (before == '[') {
      out.append(before);
    }
    out.append(']');
  }

  @Override
  Object read(JsonSource source) {
    List<Object> elements = new ArrayList<>();
    source.array(() -> elements.add(element.read(source)));
    return elements;
  }

  @Override
  Object standard() {
    return List.of();
  }

  @Override
  boolean varies() {
    return element.varies();
  }

  /** Each element on the dialect; an operation can be none there, or several. */
  @Override
  Object resolve(Object value, List<DialectName> names) {
    List<?> before = (List<?>) value;
    List<Object> after = new ArrayList<>(before.size());
    boolean same = true;
    for (Object each : before) {
      List<?> parts = each instanceof Operation operation ? operation.on(names) : List.of(each);
      for (Object part : parts) {
        Object resolved = element.resolve(part, names);
        same &= resolved == each;
        after.add(resolved);
      }
      same &= parts.size() == 1;
    }
    return same ? before : after;
  }
}
