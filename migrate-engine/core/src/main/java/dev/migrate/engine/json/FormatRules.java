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
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.MatchType;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of the stored format. The JSON of an operation is its record: the class is the
 * kind, and the components are the fields ({@link RecordShape}); so renaming a component changes
 * the format. What does not follow from the components is listed here, and never changes. A
 * component that is added later needs a line here unless it is optional, a collection, or false by
 * default.
 */
final class FormatRules {

  /** A value that a component has where nothing is stated; it is not written. */
  record Standard(Class<?> record, String component, Object value) {}

  static final List<Standard> STANDARDS =
      List.of(
          new Standard(Recording.class, "downgrade", Recording.Downgrade.DERIVED),
          new Standard(Recording.Downgrade.class, "undoesUpgrade", true),
          new Standard(ExecuteSql.class, "declarations", Declarations.NONE),
          new Standard(ExecuteSql.class, "undo", Undo.NOT_STATED),
          new Standard(RunCode.class, "version", 1),
          new Standard(RunCode.class, "declarations", Declarations.NONE),
          new Standard(RunCode.class, "undo", Undo.NOT_STATED),
          new Standard(Undo.class, "isNeeded", true),
          new Standard(Column.class, "nullable", true),
          new Standard(NullabilityChange.class, "nullable", true),
          new Standard(ForeignKey.class, "onDelete", ReferentialAction.NO_ACTION),
          new Standard(ForeignKey.class, "onUpdate", ReferentialAction.NO_ACTION),
          new Standard(ForeignKey.class, "deferrability", Deferrability.NOT_DEFERRABLE),
          new Standard(ForeignKey.class, "match", MatchType.SIMPLE),
          new Standard(PrimaryKey.class, "deferrability", Deferrability.NOT_DEFERRABLE),
          new Standard(Unique.class, "deferrability", Deferrability.NOT_DEFERRABLE),
          new Standard(Sequence.class, "start", 1L),
          new Standard(Sequence.class, "increment", 1L),
          new Standard(IndexKey.class, "prefix", 0),
          new Standard(TimeType.class, "digits", 6),
          new Standard(TimestampType.class, "digits", 6));

  /** Written as the first component alone where nothing else is stated. */
  private static final Set<Class<?>> SHORT =
      Set.of(Expression.class, DataReference.class, Row.class);

  private FormatRules() {}

  static @Nullable Object standard(Class<?> record, String component) {
    for (Standard standard : STANDARDS) {
      if (standard.record() == record && standard.component().equals(component)) {
        return standard.value();
      }
    }
    return null;
  }

  static boolean isShort(Class<?> record) {
    return SHORT.contains(record);
  }

  /** Code itself is not data; of the code that undoes it, it is written that it is there. */
  static boolean isLeftOut(Class<?> record, String component) {
    return record == RunCode.class && component.equals("body");
  }
}
