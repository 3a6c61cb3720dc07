package dev.migrate.engine.json;

import dev.migrate.report.HistoryFormatException;
import dev.migrate.schema.DialectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of one Java type stand in JSON. Immutable and thread-safe. */
abstract class Shape {

  /** Appends the canonical JSON of a value. */
  abstract void write(Object value, JsonOutput out);

  /** The canonical JSON of a value. */
  final String json(Object value) {
    JsonOutput out = new JsonOutput();
    write(value, out);
    return out.toString();
  }

  /**
   * Reads the value whose first token is the current one, up to its last token.
   *
   * @throws HistoryFormatException if it is not one of this type
   */
  abstract Object read(JsonSource source);

  /** What a field has that is not written; null if it always is. */
  @Nullable Object standard() {
    return null;
  }

  /** Whether a value is the standard one and need not be written. */
  boolean isStandard(Object value, Object standard) {
    return value.equals(standard);
  }

  /** Whether a value can be another one on a dialect. */
  boolean varies() {
    return false;
  }

  /** What a value is on one dialect. */
  Object resolve(Object value, List<DialectName> names) {
    return value;
  }
}
