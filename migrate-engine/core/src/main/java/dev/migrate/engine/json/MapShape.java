package dev.migrate.engine.json;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Values by a text, sorted by it; not written where there is none. */
final class MapShape extends Shape {

  private final TextShape key;
  private final Shape element;

  MapShape(TextShape key, Shape element) {
    this.key = key;
    this.element = element;
  }

  @Override
  void write(Object value, JsonOutput out) {
    Map<String, Object> sorted = new TreeMap<>();
    ((Map<?, ?>) value).forEach((name, each) -> sorted.put(key.text(name), each));
    char before = '{';
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.append(before);
      out.quote(entry.getKey());
      out.append(':');
      element.write(entry.getValue(), out);
      before = ',';
    }
    if (before == '{') {
      out.append(before);
    }
    out.append('}');
  }

  @Override
  Object read(JsonSource source) {
    Map<Object, Object> elements = new HashMap<>();
    source.object(name -> elements.put(source.make(() -> key.parse(name)), element.read(source)));
    return elements;
  }

  @Override
  Object standard() {
    return Map.of();
  }

  @Override
  boolean varies() {
    return key == TextShape.DIALECT_NAME;
  }
}
