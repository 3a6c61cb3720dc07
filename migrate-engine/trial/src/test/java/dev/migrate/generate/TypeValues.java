package dev.migrate.generate;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Values of types, another one for each number, that stay what they are where a type becomes
 * another: a number and the text of it, a day and its midnight.
 *
 * @param number which value, from 1 to 9
 */
record TypeValues(Schema from, Schema to, int number) {

  /** The value of a type before, if it is also one of the type after. */
  Optional<Literal> value(DataType before, DataType after) {
    if (before instanceof EnumReference named && after instanceof EnumReference other) {
      return label(named, other);
    }
    return before.equals(after) || isConvertible(before, after) ? of(before) : Optional.empty();
  }

  /** The same value once the type has changed. */
  Optional<Literal> converted(DataType before, DataType after) {
    Optional<Literal> value = value(before, after);
    return before.equals(after) || before instanceof EnumReference
        ? value
        : value.flatMap(known -> of(after));
  }

  private Optional<Literal> label(EnumReference before, EnumReference after) {
    List<String> common =
        from.enumType(before.type()).labels().stream()
            .filter(to.enumType(after.type()).labels()::contains)
            .toList();
    return common.isEmpty()
        ? Optional.empty()
        : Optional.of(Literal.of(common.get(number % common.size())));
  }

  private static boolean isConvertible(DataType before, DataType after) {
    return (isWhole(before) && (isNumber(after) || isText(after)))
        || (isNumber(before) && isNumber(after))
        || (isText(before) && (isText(after) || isNumber(after)))
        || (isDay(before) && isDay(after));
  }

  private static boolean isWhole(DataType type) {
    return type instanceof SimpleType simple && simple.isWholeNumber();
  }

  private static boolean isNumber(DataType type) {
    return isWhole(type)
        || type instanceof DecimalType
        || type == SimpleType.REAL
        || type == SimpleType.DOUBLE_PRECISION;
  }

  private static boolean isText(DataType type) {
    return type == SimpleType.TEXT || type instanceof CharacterType;
  }

  private static boolean isDay(DataType type) {
    return type == SimpleType.DATE
        || (type instanceof TimestampType timestamp && !timestamp.withTimeZone());
  }

  /** Arrays, native types and labels of one column have none. */
  private Optional<Literal> of(DataType type) {
    LocalDate day = LocalDate.of(2020, 1, number);
    if (type instanceof SimpleType simple) {
      return Optional.of(
          Literal.of(
              switch (simple) {
                case BOOLEAN -> number % 2 == 1;
                case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION -> number;
                case TEXT -> String.valueOf(number);
                case BLOB -> new byte[] {(byte) number};
                case DATE -> day;
                case UUID -> new UUID(7, number);
                case JSON -> "{\"n\": " + number + "}";
              }));
    } else if (type instanceof DecimalType) {
      return Optional.of(Literal.of(number));
    } else if (type instanceof CharacterType) {
      return Optional.of(Literal.of(String.valueOf(number)));
    } else if (type instanceof BinaryType binary) {
      byte[] bytes = new byte[binary.length()];
      bytes[0] = (byte) number;
      return Optional.of(Literal.of(bytes));
    } else if (type instanceof TimeType) {
      return Optional.of(Literal.of(LocalTime.of(number, 0)));
    } else if (type instanceof TimestampType timestamp) {
      Instant midnight = Instant.parse("2019-12-31T00:00:00Z").plus(number, ChronoUnit.DAYS);
      return Optional.of(Literal.of(timestamp.withTimeZone() ? midnight : day.atStartOfDay()));
    }
    return Optional.empty();
  }
}
