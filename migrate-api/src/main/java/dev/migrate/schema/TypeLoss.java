package dev.migrate.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What values lose when the type of their column changes. Nothing is lost if every value of the old
 * type maps to a value of the new one from which it can be restored.
 *
 * @param schema a schema that has the enum types of both
 */
public record TypeLoss(Schema schema) {

  private static final Map<SimpleType, Integer> WHOLE_DIGITS =
      Map.of(SimpleType.SMALLINT, 5, SimpleType.INTEGER, 10, SimpleType.BIGINT, 19);

  /** How many digits fit for every whole number. */
  private static final Map<SimpleType, Integer> EXACT_DIGITS =
      Map.of(
          SimpleType.SMALLINT,
          4,
          SimpleType.INTEGER,
          9,
          SimpleType.BIGINT,
          18,
          SimpleType.REAL,
          6,
          SimpleType.DOUBLE_PRECISION,
          15);

  private static final int LONGEST_BOOLEAN = 5;
  private static final int LONGEST_DATE = 10;
  private static final int LONGEST_TIME = 18;
  private static final int LONGEST_TIMESTAMP = 29;
  private static final int LONGEST_UUID = 36;

  private static final String NO_COUNTERPART = "values without a counterpart";

  /**
   * What is lost.
   *
   * @return such as {@code decimal places}; empty if nothing is
   */
  public Optional<String> of(DataType from, DataType to) {
    for (DialectName dialect : dialects(from, to)) {
      Optional<String> lost = lost(from.on(List.of(dialect)), to.on(List.of(dialect)));
      if (lost.isPresent()) {
        return lost;
      }
    }
    return lost(standard(from), standard(to));
  }

  private static DataType standard(DataType type) {
    return type instanceof VaryingType varying ? varying.standard() : type;
  }

  private static Set<DialectName> dialects(DataType... types) {
    Set<DialectName> dialects = new TreeSet<>();
    for (DataType type : types) {
      if (type instanceof VaryingType varying) {
        dialects.addAll(varying.variants().keySet());
      }
    }
    return dialects;
  }

  private Optional<String> lost(DataType from, DataType to) {
    if (from.equals(to)) {
      return Optional.empty();
    } else if (from instanceof NativeType || to instanceof NativeType) {
      return Optional.of("values that it changes");
    } else if (isText(to) && !isText(from)) {
      return asText(from, to);
    } else if (from instanceof EnumReference || from instanceof EnumLabels) {
      return ofLabels(from, to);
    } else if (from instanceof CharacterType || from == SimpleType.TEXT) {
      return ofText(from, to);
    } else if (from instanceof BinaryType binary) {
      return ofBytes(binary.length(), to);
    } else if (from instanceof TimestampType || from instanceof TimeType) {
      return ofTime(from, to);
    } else if (from instanceof DecimalType decimal) {
      return ofDecimal(decimal, to);
    }
    return from instanceof SimpleType simple ? ofSimple(simple, to) : when(true, NO_COUNTERPART);
  }

  private static Optional<String> when(boolean lost, String what) {
    return lost ? Optional.of(what) : Optional.empty();
  }

  private static boolean isText(DataType type) {
    return type == SimpleType.TEXT || type instanceof CharacterType;
  }

  private static int room(DataType text) {
    return text instanceof CharacterType characters ? characters.length() : Integer.MAX_VALUE;
  }

  private static Optional<String> ofText(DataType from, DataType to) {
    if (!isText(to)) {
      return Optional.of("texts that have no counterpart, and how the others were written");
    }
    boolean varies = !(from instanceof CharacterType text && text.fixed());
    boolean fixed = to instanceof CharacterType text && text.fixed();
    return room(from) > room(to)
        ? Optional.of("long texts")
        : when(varies && fixed, "trailing spaces");
  }

  private Optional<String> asText(DataType from, DataType to) {
    if (from instanceof EnumReference || from instanceof EnumLabels) {
      int longest =
          labels(from).stream().mapToInt(l -> l.codePointCount(0, l.length())).max().orElse(0);
      return when(longest > room(to), "long labels");
    } else if (from instanceof DecimalType decimal) {
      return when(decimal.precision() + 3 > room(to), "long numbers");
    } else if (from instanceof TimeType) {
      return when(LONGEST_TIME > room(to), "times that are too long as text");
    } else if (from instanceof TimestampType timestamp) {
      return when(
          timestamp.withTimeZone() || room(to) < LONGEST_TIMESTAMP, "how instants are written");
    }
    return from instanceof SimpleType simple ? asText(simple, to) : Optional.of(NO_COUNTERPART);
  }

  /** Not every database converts all digits of a floating-point number to text. */
  private static Optional<String> asText(SimpleType from, DataType to) {
    return switch (from) {
      case BOOLEAN -> when(room(to) < LONGEST_BOOLEAN, "values that are too long as text");
      case SMALLINT, INTEGER, BIGINT ->
          when(room(to) <= WHOLE_DIGITS.getOrDefault(from, 0), "long numbers");
      case DATE -> when(room(to) < LONGEST_DATE, "dates that are too long as text");
      case UUID -> when(room(to) < LONGEST_UUID, "values that are too long as text");
      case JSON -> when(to != SimpleType.TEXT, "long texts");
      case REAL, DOUBLE_PRECISION -> Optional.of("digits");
      default -> Optional.of(NO_COUNTERPART);
    };
  }

  private List<String> labels(DataType type) {
    return type instanceof EnumReference reference
        ? schema.enumType(reference.type()).labels()
        : ((EnumLabels) type).labels();
  }

  private Optional<String> ofLabels(DataType from, DataType to) {
    boolean labels = to instanceof EnumReference || to instanceof EnumLabels;
    return when(!labels || !labels(to).containsAll(labels(from)), "removed labels");
  }

  private static Optional<String> ofBytes(int length, DataType to) {
    return to instanceof BinaryType binary
        ? when(binary.length() < length, "bytes that are too many")
        : when(to != SimpleType.BLOB, NO_COUNTERPART);
  }

  private static Optional<String> ofTime(DataType from, DataType to) {
    if (from instanceof TimeType time) {
      return to instanceof TimeType other
          ? when(other.digits() < time.digits(), "digits of fractional seconds")
          : Optional.of(NO_COUNTERPART);
    }
    int digits = ((TimestampType) from).digits();
    if (to instanceof TimestampType other) {
      return when(other.digits() < digits, "digits of fractional seconds");
    }
    return Optional.of(
        to == SimpleType.DATE
            ? "the time of day"
            : to instanceof TimeType ? "the day" : NO_COUNTERPART);
  }

  private static Optional<String> ofDecimal(DecimalType from, DataType to) {
    int whole = from.precision() - from.scale();
    if (to instanceof DecimalType other) {
      return other.scale() < from.scale()
          ? Optional.of("decimal places")
          : when(other.precision() - other.scale() < whole, "numbers out of its range");
    }
    return to instanceof SimpleType simple ? ofDecimal(from, simple) : Optional.of(NO_COUNTERPART);
  }

  private static Optional<String> ofDecimal(DecimalType from, SimpleType to) {
    int kept = EXACT_DIGITS.getOrDefault(to, 0);
    if (to.isWholeNumber()) {
      return from.scale() > 0
          ? Optional.of("decimal places")
          : when(from.precision() > kept, "numbers out of its range");
    } else if (kept > 0) {
      return when(from.precision() > kept, "digits");
    }
    return Optional.of(otherwise(to));
  }

  private static String otherwise(DataType to) {
    return to == SimpleType.BOOLEAN ? "which number it was" : NO_COUNTERPART;
  }

  private static Optional<String> ofSimple(SimpleType from, DataType to) {
    return switch (from) {
      case BOOLEAN -> when(!isNumber(to), NO_COUNTERPART);
      case SMALLINT, INTEGER, BIGINT -> ofWhole(from, to);
      case REAL -> when(to != SimpleType.DOUBLE_PRECISION, ofFloating(to));
      case DOUBLE_PRECISION -> Optional.of(ofFloating(to));
      case DATE -> when(!(to instanceof TimestampType), NO_COUNTERPART);
      case BLOB -> Optional.of("bytes that are too many, or have no counterpart");
      default -> Optional.of(NO_COUNTERPART);
    };
  }

  /** A boolean is 0 or 1. */
  private static boolean isNumber(DataType type) {
    return type instanceof SimpleType simple
        ? EXACT_DIGITS.containsKey(simple)
        : type instanceof DecimalType decimal && decimal.precision() > decimal.scale();
  }

  private static String ofFloating(DataType to) {
    return to == SimpleType.REAL
        ? "digits"
        : isNumber(to) ? "fractions, digits and numbers out of its range" : otherwise(to);
  }

  private static Optional<String> ofWhole(SimpleType from, DataType to) {
    int digits = WHOLE_DIGITS.getOrDefault(from, 0);
    if (to instanceof DecimalType decimal) {
      return when(decimal.precision() - decimal.scale() < digits, "numbers out of its range");
    } else if (to instanceof SimpleType simple && simple.isWholeNumber()) {
      return when(WHOLE_DIGITS.getOrDefault(simple, 0) < digits, "numbers out of its range");
    } else if (to instanceof SimpleType simple && EXACT_DIGITS.containsKey(simple)) {
      return when(EXACT_DIGITS.getOrDefault(simple, 0) < digits, "digits of large numbers");
    }
    return Optional.of(otherwise(to));
  }
}
