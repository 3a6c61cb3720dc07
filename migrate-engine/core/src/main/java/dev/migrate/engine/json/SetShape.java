package dev.migrate.engine.json;

import java.util.HashSet;
import java.util.Set;

/** Values without an order, sorted by their JSON; not written where there is none. */
final class SetShape extends Shape {

  private final Shape element;

  SetShape(Shape element) {
    this.element = element;
  }

  @Override
  void write(Object value, JsonOutput out) {
    out.append('[');
    out.append(
        JsonOutput.ascii(
            String.join(",", ((Set<?>) value).stream().map(element::json).sorted().toList())));
    out.append(']');
  }

  @Override
  Object read(JsonSource source) {
    Set<Object> elements = new HashSet<>();
    source.array(
        () -> {
          if (!elements.add(element.read(source))) {
            throw source.damaged("an element of a set stands twice");
          }
        });
    return elements;
  }

  @Override
  Object standard() {
    return Set.of();
  }

  @Override
  boolean varies() {
    return element == TextShape.DIALECT_NAME;
  }
}
