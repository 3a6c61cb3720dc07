package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.Set;

/**
 * How PostgreSQL writes types. Its limits are checked here, because PostgreSQL otherwise drops a
 * digit too many with no more than a warning.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">8. Data Types in the
 *     manual</a>
 */
final class PostgresqlTypes extends AnsiTypes {

  private static final int MOST_DIGITS = 1000;
  private static final int MOST_CHARACTERS = 10_485_760;
  private static final int MOST_FRACTIONAL_DIGITS = 6;

  /** No types, but a short form for an integer, a sequence and a default. */
  private static final Set<String> SERIAL =
      Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");

  PostgresqlTypes(AnsiDefinitions definitions, Schema schema) {
    super(definitions, schema);
  }

  /**
   * A JSON document is a {@code jsonb}: that can be compared, indexed and searched. To keep the
   * text as it was sent, use {@code nativeType("json")}.
   */
  @Override
  public String visit(SimpleType type) {
    return switch (type) {
      case TEXT -> "TEXT";
      case BLOB -> "BYTEA";
      case JSON -> "JSONB";
      default -> super.visit(type);
    };
  }

  @Override
  public String visit(DecimalType type) {
    if (type.precision() > MOST_DIGITS) {
      throw definitions.unsupported(
          "the type " + type, "use nativeType(\"numeric\"), which has no limit");
    }
    return "NUMERIC(" + type.precision() + ", " + type.scale() + ")";
  }

  @Override
  public String visit(CharacterType type) {
    if (type.length() > MOST_CHARACTERS) {
      throw definitions.unsupported("the type " + type, "use text()");
    }
    return super.visit(type);
  }

  /** There is one type for bytes, without a limit. */
  @Override
  public String visit(BinaryType type) {
    return "BYTEA";
  }

  @Override
  public String visit(TimeType type) {
    requireDigits(type.digits(), type.toString());
    return super.visit(type);
  }

  @Override
  public String visit(TimestampType type) {
    requireDigits(type.digits(), type.toString());
    return super.visit(type);
  }

  private void requireDigits(int digits, String type) {
    if (digits > MOST_FRACTIONAL_DIGITS) {
      throw definitions.unsupported(
          "the type " + type,
          "PostgreSQL counts microseconds; use "
              + type.replace("(" + digits + ")", "(" + MOST_FRACTIONAL_DIGITS + ")"));
    }
  }

  @Override
  public String visit(EnumReference type) {
    return definitions.names().name(type.type());
  }

  @Override
  public String visit(EnumLabels type) {
    throw definitions.unsupported(
        "the labels " + type.labels() + " at a column",
        "create an enum type: createEnumType(\"name\", …), then enumType(\"name\")");
  }

  @Override
  public String visit(ArrayType type) {
    return type.element().accept(this) + "[]";
  }

  @Override
  public String visit(NativeType type) {
    requireTypeAlone(type, SERIAL);
    return super.visit(type);
  }
}
