package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;

/**
 * Types in a table that is {@code STRICT}, which knows only how values are stored.
 *
 * @see <a href="https://www.sqlite.org/stricttables.html">STRICT tables</a>
 */
final class SqliteStrictTypes extends SqliteTypes {

  SqliteStrictTypes(AnsiDefinitions definitions, Schema schema) {
    super(definitions, schema);
  }

  /** The type that is read back, on this dialect and without enum types of their own. */
  static DataType stored(DataType type) {
    if (type instanceof SimpleType simple) {
      return switch (simple) {
        case BOOLEAN, SMALLINT, INTEGER, BIGINT -> SimpleType.INTEGER;
        case REAL, DOUBLE_PRECISION -> SimpleType.REAL;
        case TEXT, DATE, UUID, JSON -> SimpleType.TEXT;
        case BLOB -> SimpleType.BLOB;
      };
    } else if (type instanceof BinaryType) {
      return SimpleType.BLOB;
    }
    boolean text =
        type instanceof CharacterType || type instanceof TimeType || type instanceof TimestampType;
    return text ? SimpleType.TEXT : type;
  }

  @Override
  public String visit(SimpleType type) {
    return super.visit((SimpleType) stored(type));
  }

  @Override
  public String visit(CharacterType type) {
    return "TEXT";
  }

  @Override
  public String visit(BinaryType type) {
    return "BLOB";
  }

  @Override
  public String visit(TimeType type) {
    return "TEXT";
  }

  @Override
  public String visit(TimestampType type) {
    return "TEXT";
  }

  @Override
  public String visit(DecimalType type) {
    throw definitions.unsupported(
        "the type " + type + " in a STRICT table",
        "make it bigint() and count the smallest unit, or doublePrecision(), or leave STRICT out");
  }

  @Override
  public String visit(NativeType type) {
    boolean known = type.sql().matches("(?i)INT|INTEGER|REAL|TEXT|BLOB|ANY");
    if (!known) {
      throw definitions.unsupported(
          "the type " + type.sql() + " in a STRICT table",
          "write nativeType(\"ANY\") or INT, INTEGER, REAL, TEXT, BLOB, or leave STRICT out");
    }
    return type.sql();
  }
}
