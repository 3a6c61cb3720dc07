package dev.migrate.engine.json;

import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    @Nullable List<Object> after = null;
    for (int i = 0; i < before.size(); i++) {
      Object each = before.get(i);
      List<?> parts = each instanceof Operation operation ? operation.on(names) : List.of(each);
      Object first = parts.size() == 1 ? element.resolve(parts.get(0), names) : parts;
      if (after == null && first != each) {
        after = new ArrayList<>(before.subList(0, i));
      }
      if (after != null) {
        addAll(parts, first, names, after);
      }
    }
    return after == null ? before : after;
  }

  private void addAll(List<?> parts, Object first, List<DialectName> names, List<Object> after) {
    if (parts.size() == 1) {
      after.add(first);
    } else {
      parts.forEach(part -> after.add(element.resolve(part, names)));
    }
  }
}
