package dev.migrate.dialect.ansi;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.TypeChange;

/**
 * Changes of a type that have no obvious meaning, such as the date that a number is. Databases
 * refuse them or make something of the values, each something else: the number of a label or its
 * text, a day of no calendar, the time with the day on which the statement runs. Immutable.
 *
 * @param definitions for the refusal
 */
public record UnclearConversion(AnsiDefinitions definitions) {

  private enum Kind {
    NUMBER,
    DATE,
    TIMESTAMP,
    TIME,
    UUID,
    ENUM,
    OTHER
  }

  /**
   * Refuses such a change unless it states how values are converted.
   *
   * @param alternative what to do instead
   */
  public void refuse(AlterColumn operation, Schema before, String alternative) {
    DataType from = before.table(operation.table()).column(operation.column()).type();
    for (ColumnChange change : operation.changes()) {
      if (change instanceof TypeChange to
          && to.using().isEmpty()
          && isUnclear(kind(from), kind(to.type()))) {
        throw definitions.unsupported(
            "the type "
                + to.type()
                + " instead of "
                + from
                + " for the column "
                + operation.table()
                + "."
                + operation.column(),
            alternative);
      }
    }
  }

  /** A timestamp has a day and a time, and a day is a timestamp at midnight. */
  private static boolean isUnclear(Kind from, Kind to) {
    return from != to
        && from != Kind.OTHER
        && to != Kind.OTHER
        && !(from == Kind.TIMESTAMP && (to == Kind.DATE || to == Kind.TIME))
        && !(from == Kind.DATE && to == Kind.TIMESTAMP);
  }

  private Kind kind(DataType declared) {
    DataType type = declared.on(definitions.dialects());
    if (type instanceof DecimalType) {
      return Kind.NUMBER;
    } else if (type instanceof TimestampType) {
      return Kind.TIMESTAMP;
    } else if (type instanceof TimeType) {
      return Kind.TIME;
    } else if (type instanceof EnumReference || type instanceof EnumLabels) {
      return Kind.ENUM;
    } else if (type instanceof SimpleType simple) {
      return switch (simple) {
        case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION -> Kind.NUMBER;
        case DATE -> Kind.DATE;
        case UUID -> Kind.UUID;
        case TEXT, BLOB, JSON -> Kind.OTHER;
      };
    }
    return Kind.OTHER;
  }
}
