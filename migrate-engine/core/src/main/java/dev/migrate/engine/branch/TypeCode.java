package dev.migrate.engine.branch;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DataTypeVisitor;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.VaryingType;
import java.util.Optional;

/** Plain types as calls of {@code Ddl} to paste; the others are not written. */
final class TypeCode implements DataTypeVisitor<Optional<String>> {

  private static final TypeCode CODE = new TypeCode();

  private TypeCode() {}

  static Optional<String> of(DataType type) {
    return type.accept(CODE);
  }

  @Override
  public Optional<String> visit(SimpleType type) {
    return switch (type) {
      case BOOLEAN -> Optional.of("bool()");
      case SMALLINT -> Optional.of("smallint()");
      case INTEGER -> Optional.of("integer()");
      case BIGINT -> Optional.of("bigint()");
      case DOUBLE_PRECISION -> Optional.of("doublePrecision()");
      case TEXT -> Optional.of("text()");
      case DATE -> Optional.of("date()");
      case UUID -> Optional.of("uuid()");
      case JSON -> Optional.of("json()");
      case REAL, BLOB -> Optional.empty();
    };
  }

  @Override
  public Optional<String> visit(DecimalType type) {
    return Optional.of("decimal(" + type.precision() + "," + type.scale() + ")");
  }

  @Override
  public Optional<String> visit(CharacterType type) {
    return type.fixed() ? Optional.empty() : Optional.of("varchar(" + type.length() + ")");
  }

  @Override
  public Optional<String> visit(TimestampType type) {
    if (type.withTimeZone()) {
      return Optional.empty();
    }
    return Optional.of(type.digits() == 6 ? "timestamp()" : "timestamp(" + type.digits() + ")");
  }

  @Override
  public Optional<String> visit(BinaryType type) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(TimeType type) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(EnumReference type) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(EnumLabels type) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(ArrayType type) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(NativeType type) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(VaryingType type) {
    return Optional.empty();
  }
}
