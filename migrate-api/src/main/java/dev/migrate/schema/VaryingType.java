package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A type that differs by dialect.
 *
 * @param standard the type for all other dialects
 * @param variants the variants by dialect
 */
public record VaryingType(DataType standard, Map<DialectName, DataType> variants)
    implements DataType {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if one varying type contains another
   */
  public VaryingType {
    Objects.requireNonNull(standard, "standard");
    if (standard instanceof VaryingType
        || variants.values().stream().anyMatch(VaryingType.class::isInstance)) {
      throw new DefinitionException(
          "a type that differs by dialect is inside another", "call on(…) on the outer one");
    }
    variants = Variants.copyOf(variants);
  }

  /**
   * {@inheritDoc}
   *
   * @throws DefinitionException if the dialect already has a variant
   */
  @Override
  public VaryingType on(DialectName dialect, DataType variant) {
    return new VaryingType(standard, Variants.with(variants, dialect, variant));
  }

  @Override
  public DataType on(List<DialectName> names) {
    return Variants.choose(variants, names, standard);
  }

  @Override
  public boolean accepts(Literal.Kind kind) {
    return standard.accepts(kind)
        || variants.values().stream().anyMatch(type -> type.accepts(kind));
  }

  @Override
  public <R> R accept(DataTypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return standard + " (differs on " + variants.keySet() + ")";
  }
}
