package dev.migrate.commands.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: keys in the order in which they were added. A value is a text, a whole number, a
 * truth value, null, an object, or a list of these; anything else is written as its text.
 * Immutable; {@code toString()} is the JSON text, in ASCII.
 */
public final class JsonObject {

  /** No keys. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, @Nullable Object> values;

  private JsonObject(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** A copy with one more key. */
  public JsonObject with(String key, Object value) {
    return added(key, Objects.requireNonNull(value, key));
  }

  /** A copy with one more key, which is null if there is no value. */
  public JsonObject with(String key, Optional<?> value) {
    return added(key, value.orElse(null));
  }

  /** A copy with one more key, whose value is a list. */
  public JsonObject with(String key, Collection<?> list) {
    return added(key, Collections.unmodifiableList(new ArrayList<>(list)));
  }

  /** A copy with the keys of another object after its own. */
  public JsonObject and(JsonObject other) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
    more.putAll(other.values);
    return new JsonObject(more);
  }

  private JsonObject added(String key, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
    if (more.containsKey(key)) {
      throw new IllegalArgumentException("the key " + key + " is there twice");
    }
    more.put(key, value);
    return new JsonObject(more);
  }

  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  @Nullable Object value(String key) {
    return values.get(key);
  }

  @Override
  public String toString() {
    return JsonWriter.text(this);
  }
}
