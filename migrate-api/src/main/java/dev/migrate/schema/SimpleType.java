package dev.migrate.schema;

import dev.migrate.schema.Literal.Kind;
import java.util.Locale;

/** A type without parameters. */
public enum SimpleType implements DataType {
  /** True or false. */
  BOOLEAN(Kind.BOOLEAN),
  /** A whole number of 16 bits. */
  SMALLINT(Kind.NUMBER),
  /** A whole number of 32 bits. */
  INTEGER(Kind.NUMBER),
  /** A whole number of 64 bits. */
  BIGINT(Kind.NUMBER),
  /** A binary floating-point number of 32 bits. */
  REAL(Kind.NUMBER),
  /** A binary floating-point number of 64 bits. */
  DOUBLE_PRECISION(Kind.NUMBER),
  /** Characters without a stated limit. */
  TEXT(Kind.TEXT),
  /** Bytes without a stated limit. */
  BLOB(Kind.BYTES),
  /** A day. */
  DATE(Kind.DATE),
  /** A UUID. */
  UUID(Kind.UUID),
  /** A JSON document. */
  JSON(Kind.TEXT);

  private final Kind literal;

  SimpleType(Kind literal) {
    this.literal = literal;
  }

  @Override
  public boolean accepts(Kind kind) {
    return kind == Kind.NULL || kind == literal;
  }

  /**
   * Whether the type is a whole number, as an identity needs.
   *
   * @return true for smallint, integer and bigint
   */
  public boolean isWholeNumber() {
    return this == SMALLINT || this == INTEGER || this == BIGINT;
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
