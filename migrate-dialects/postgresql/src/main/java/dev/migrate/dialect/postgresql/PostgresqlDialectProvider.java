package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.DialectName;
import java.util.Optional;
import java.util.Set;

/**
 * Creates dialects for PostgreSQL 12 and newer. Immutable and thread-safe; made by {@link
 * java.util.ServiceLoader}.
 */
public final class PostgresqlDialectProvider implements DialectProvider {

  private static final String PRODUCT = "PostgreSQL";

  /** The first version with generated columns, and with the catalogue that lists them. */
  private static final int FIRST_MAJOR = 12;

  /** What a script is for that is made without a database. */
  private static final int NEWEST_MAJOR = 18;

  @Override
  public Set<DialectName> names() {
    return Set.of(DialectName.POSTGRESQL);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedByDialectException for PostgreSQL before 12
   */
  @Override
  public Optional<Dialect> dialectFor(DatabaseProduct product) {
    if (!product.name().equals(PRODUCT)) {
      return Optional.empty();
    }
    if (product.major() < FIRST_MAJOR) {
      throw new UnsupportedByDialectException(
          "migrating a database of PostgreSQL " + product.version(),
          product.toString(),
          "use PostgreSQL "
              + FIRST_MAJOR
              + " or newer: https://www.postgresql.org/docs/current/upgrading.html");
    }
    return Optional.of(new PostgresqlDialect(product.toString(), product.major()));
  }

  @Override
  public Dialect dialect(DialectName name) {
    return new PostgresqlDialect(PRODUCT + " " + NEWEST_MAJOR, NEWEST_MAJOR);
  }
}
