package dev.migrate.engine.json;

import dev.migrate.Recording;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Row;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.Undo;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a record does not follow from its components. Part of the format: what stands
 * here never changes; a component that is added later gets a line here unless it is optional, a
 * collection or false by default.
 */
final class Conventions {

  /** What a component has where nothing is said; such a value is not written. */
  private static final Map<Class<?>, Map<String, Object>> STANDARDS =
      Map.of(
          Recording.class, Map.of("downgrade", Recording.Downgrade.DERIVED),
          Recording.Downgrade.class, Map.of("undoesUpgrade", true),
          ExecuteSql.class, Map.of("declarations", Declarations.NONE, "undo", Undo.NOT_STATED),
          RunCode.class,
              Map.of("version", 1, "declarations", Declarations.NONE, "undo", Undo.NOT_STATED),
          Undo.class, Map.of("isNeeded", true),
          Column.class, Map.of("nullable", true),
          ForeignKey.class,
              Map.of(
                  "onDelete", ReferentialAction.NO_ACTION,
                  "onUpdate", ReferentialAction.NO_ACTION,
                  "deferrability", Deferrability.NOT_DEFERRABLE),
          Sequence.class, Map.of("start", 1L, "increment", 1L),
          TimeType.class, Map.of("digits", 6),
          TimestampType.class, Map.of("digits", 6));

  /** Written as the first component alone where nothing else is said. */
  private static final Set<Class<?>> SHORT =
      Set.of(Expression.class, DataReference.class, Row.class);

  private Conventions() {}

  static @Nullable Object standard(Class<?> record, String component) {
    return STANDARDS.getOrDefault(record, Map.of()).get(component);
  }

  static boolean isShort(Class<?> record) {
    return SHORT.contains(record);
  }

  /** Code itself is no data; of the code that undoes it, it is written that it is there. */
  static boolean isLeftOut(Class<?> record, String component) {
    return record == RunCode.class && component.equals("body");
  }
}
