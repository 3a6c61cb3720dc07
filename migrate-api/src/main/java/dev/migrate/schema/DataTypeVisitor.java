package dev.migrate.schema;

/**
 * What to do with each kind of data type. Has no default methods: a new kind makes the compiler
 * name every place that must answer.
 *
 * @param <R> what comes of it
 */
public interface DataTypeVisitor<R> {

  /**
   * Visits a type without parameters.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(SimpleType type);

  /**
   * Visits an exact number.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(DecimalType type);

  /**
   * Visits characters of fixed or limited length.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(CharacterType type);

  /**
   * Visits bytes of limited length.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(BinaryType type);

  /**
   * Visits a time of day.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(TimeType type);

  /**
   * Visits a date and time.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(TimestampType type);

  /**
   * Visits a reference to an enum type.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(EnumReference type);

  /**
   * Visits an enum whose labels stand at the column.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(EnumLabels type);

  /**
   * Visits an array.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(ArrayType type);

  /**
   * Visits a type in the database's own words.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(NativeType type);

  /**
   * Visits a type that differs by dialect.
   *
   * @param type the type
   * @return the visitor's answer
   */
  R visit(VaryingType type);
}
