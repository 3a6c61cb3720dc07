package dev.migrate.schema;

import java.util.List;
import java.util.Map;

/** The type of a column, independent of any one database. Immutable, equal by meaning. */
public sealed interface DataType
    permits SimpleType,
        DecimalType,
        CharacterType,
        BinaryType,
        TimeType,
        TimestampType,
        EnumReference,
        EnumLabels,
        ArrayType,
        NativeType,
        VaryingType {

  /**
   * The type on one dialect.
   *
   * @param names the dialect's names, the most specific first
   * @return this, or the variant for the first name that has one
   */
  default DataType on(List<DialectName> names) {
    return this;
  }

  /**
   * Sets the type for one dialect: {@code text().on(MYSQL, nativeType("mediumtext"))}.
   *
   * @param variant the type for that dialect
   */
  default VaryingType on(DialectName dialect, DataType variant) {
    return new VaryingType(this, Map.of(dialect, variant));
  }

  /**
   * Whether a literal of this kind can be a value of this type in at least one database.
   *
   * @param kind the literal's kind
   * @return false only if it is certainly a mistake
   */
  boolean accepts(Literal.Kind kind);

  /**
   * Calls the visitor's method for this kind of type.
   *
   * @param visitor what to do with each kind
   */
  <R> R accept(DataTypeVisitor<R> visitor);
}
