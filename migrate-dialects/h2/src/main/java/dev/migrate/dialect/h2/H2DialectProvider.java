package dev.migrate.dialect.h2;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.DialectName;
import java.util.Optional;
import java.util.Set;

/**
 * Creates dialects for H2 2. Immutable and thread-safe; made by {@link java.util.ServiceLoader}.
 */
public final class H2DialectProvider implements DialectProvider {

  private static final String PRODUCT = "H2";

  /** The first version whose information schema is the standard's. */
  private static final int FIRST_MAJOR = 2;

  @Override
  public Set<DialectName> names() {
    return Set.of(DialectName.H2);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedByDialectException for H2 1, whose information schema is another one
   */
  @Override
  public Optional<Dialect> dialectFor(DatabaseProduct product) {
    if (!product.name().equals(PRODUCT)) {
      return Optional.empty();
    }
    if (product.major() < FIRST_MAJOR) {
      throw new UnsupportedByDialectException(
          "migrating a database of H2 " + product.version(),
          product.toString(),
          "use H2 2: https://h2database.com/html/migration-to-v2.html");
    }
    return Optional.of(new H2Dialect(product.toString()));
  }

  @Override
  public Dialect dialect(DialectName name) {
    return new H2Dialect(PRODUCT);
  }
}
