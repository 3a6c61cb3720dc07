package dev.migrate.schema;

/**
 * What to do with each kind of data type. It has no default methods, so the compiler names every
 * place that has to handle a new kind.
 */
public interface DataTypeVisitor<R> {

  /** Visits a type without parameters. */
  R visit(SimpleType type);

  /** Visits an exact number. */
  R visit(DecimalType type);

  /** Visits characters of fixed or limited length. */
  R visit(CharacterType type);

  /** Visits bytes of limited length. */
  R visit(BinaryType type);

  /** Visits a time of day. */
  R visit(TimeType type);

  /** Visits a date and time. */
  R visit(TimestampType type);

  /** Visits a reference to an enum type. */
  R visit(EnumReference type);

  /** Visits an enum whose labels are listed at the column. */
  R visit(EnumLabels type);

  /** Visits an array. */
  R visit(ArrayType type);

  /** Visits a type in the database's own words. */
  R visit(NativeType type);

  /** Visits a type that differs by dialect. */
  R visit(VaryingType type);
}
