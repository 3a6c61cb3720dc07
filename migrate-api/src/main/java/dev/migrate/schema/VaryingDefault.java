package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A default that differs by dialect.
 *
 * @param standard the default for all other dialects
 * @param variants the variants by dialect
 */
public record VaryingDefault(DefaultValue standard, Map<DialectName, DefaultValue> variants)
    implements DefaultValue {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if one varying default contains another
   */
  public VaryingDefault {
    Objects.requireNonNull(standard, "standard");
    if (standard instanceof VaryingDefault
        || variants.values().stream().anyMatch(VaryingDefault.class::isInstance)) {
      throw new DefinitionException(
          "a default that differs by dialect is inside another", "call on(…) on the outer one");
    }
    variants = Variants.copyOf(variants);
  }

  /**
   * {@inheritDoc}
   *
   * @throws DefinitionException if the dialect already has a variant
   */
  @Override
  public VaryingDefault on(DialectName dialect, DefaultValue variant) {
    return new VaryingDefault(standard, Variants.with(variants, dialect, variant));
  }

  @Override
  public DefaultValue on(List<DialectName> names) {
    return Variants.choose(variants, names, standard).on(names);
  }

  @Override
  public <R> R accept(DefaultValueVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return standard + " (differs on " + variants.keySet() + ")";
  }
}
