package dev.migrate.schema;

import dev.migrate.schema.Literal.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a column of a type can store a constant unchanged: databases refuse what does not fit, or
 * silently store another value.
 */
public final class ValueFit {

  private static final Map<SimpleType, Integer> BITS =
      Map.of(SimpleType.SMALLINT, 16, SimpleType.INTEGER, 32, SimpleType.BIGINT, 64);

  private ValueFit() {}

  /**
   * Why a constant does not fit a type that accepts its kind.
   *
   * @return the reason, such as {@code 12 characters are too long for varchar(10)}; empty if it
   *     fits, or only a database can know
   */
  public static Optional<String> misfit(Literal value, DataType type) {
    if (type instanceof VaryingType varying) {
      Optional<String> standard = misfit(value, varying.standard());
      boolean fits =
          varying.variants().values().stream().anyMatch(known -> misfit(value, known).isEmpty());
      return fits ? Optional.empty() : standard;
    }
    return switch (value.kind()) {
      case NUMBER -> number(new BigDecimal(value.text()), type);
      case TEXT -> text(value.text(), type);
      case BYTES -> bytes(value.bytes().length, type);
      case TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> fraction(value, type);
      default -> Optional.empty();
    };
  }

  private static Optional<String> number(BigDecimal value, DataType type) {
    if (type instanceof DecimalType decimal) {
      return decimal(value, decimal);
    }
    Integer bits = type instanceof SimpleType simple ? BITS.get(simple) : null;
    if (bits != null) {
      return value.stripTrailingZeros().scale() > 0
          ? Optional.of("its fraction would be lost in " + type)
          : isWithin(value.toBigInteger(), bits) ? Optional.empty() : outOfRange(type);
    }
    boolean finite =
        type == SimpleType.REAL
            ? Float.isFinite(value.floatValue())
            : type != SimpleType.DOUBLE_PRECISION || Double.isFinite(value.doubleValue());
    return finite ? Optional.empty() : outOfRange(type);
  }

  private static boolean isWithin(BigInteger value, int bits) {
    return value.bitLength() < bits;
  }

  private static Optional<String> outOfRange(DataType type) {
    return Optional.of("it is out of the range of " + type);
  }

  private static Optional<String> decimal(BigDecimal value, DecimalType type) {
    BigDecimal plain = value.stripTrailingZeros();
    int whole = plain.precision() - plain.scale();
    if (plain.signum() != 0 && whole > type.precision() - type.scale()) {
      return outOfRange(type);
    }
    return plain.scale() > type.scale()
        ? Optional.of(
            "it has " + plain.scale() + " decimal places, and " + type + " keeps " + type.scale())
        : Optional.empty();
  }

  private static Optional<String> text(String text, DataType type) {
    int length = text.codePointCount(0, text.length());
    if (type instanceof CharacterType characters && length > characters.length()) {
      return Optional.of(length + " characters are too long for " + type);
    }
    boolean label = !(type instanceof EnumLabels labels) || labels.labels().contains(text);
    return label ? Optional.empty() : Optional.of("it is not a label of " + type);
  }

  private static Optional<String> bytes(int length, DataType type) {
    return type instanceof BinaryType binary && length > binary.length()
        ? Optional.of(length + " bytes are too long for " + type)
        : Optional.empty();
  }

  private static Optional<String> fraction(Literal value, DataType type) {
    int kept =
        type instanceof TimestampType timestamp
            ? timestamp.digits()
            : type instanceof TimeType time ? time.digits() : 9;
    int digits = digits(value);
    return digits > kept
        ? Optional.of(
            "it has " + digits + " digits of fractional seconds, and " + type + " keeps " + kept)
        : Optional.empty();
  }

  /** The fractional digits of the seconds, without trailing zeros. */
  private static int digits(Literal value) {
    int point = value.text().indexOf('.');
    if (point < 0) {
      return 0;
    }
    return value
        .text()
        .substring(point + 1)
        .replaceAll("[^0-9].*$", "")
        .replaceAll("0+$", "")
        .length();
  }

  /**
   * Whether a value computed by the database may fit a type.
   *
   * @param value the value, which is not a constant
   * @return false only if it is certainly a mistake
   */
  public static boolean accepts(DefaultValue value, DataType type) {
    if (value instanceof Literal literal) {
      return type.accepts(literal.kind());
    } else if (value instanceof VaryingDefault varying) {
      return accepts(varying.standard(), type);
    }
    List<Kind> kinds =
        value instanceof CurrentTimestamp
            ? List.of(
                Kind.TIMESTAMP_WITH_TIME_ZONE, Kind.TIMESTAMP, Kind.DATE, Kind.TIME, Kind.TEXT)
            : value instanceof CurrentDate
                ? List.of(Kind.DATE, Kind.TIMESTAMP, Kind.TIMESTAMP_WITH_TIME_ZONE, Kind.TEXT)
                : value instanceof NextValue ? List.of(Kind.NUMBER, Kind.TEXT) : List.of(Kind.NULL);
    return kinds.stream().anyMatch(type::accepts);
  }
}
