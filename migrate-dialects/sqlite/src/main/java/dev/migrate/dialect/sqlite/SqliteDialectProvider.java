package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.DialectName;
import java.util.Optional;
import java.util.Set;

/** Creates dialects for SQLite 3. Immutable and thread-safe; made by the ServiceLoader. */
public final class SqliteDialectProvider implements DialectProvider {

  private static final String PRODUCT = "SQLite";

  @Override
  public Set<DialectName> names() {
    return Set.of(DialectName.SQLITE);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedByDialectException for SQLite before 3.35
   */
  @Override
  public Optional<Dialect> dialectFor(DatabaseProduct product) {
    if (!product.name().equals(PRODUCT)) {
      return Optional.empty();
    }
    SqliteVersion version = new SqliteVersion(product.major(), product.minor());
    if (!version.isAtLeast(SqliteVersion.FIRST)) {
      throw new UnsupportedByDialectException(
          "migrating a database of SQLite " + product.version(),
          product.toString(),
          "use SQLite "
              + SqliteVersion.FIRST
              + " or newer, which can drop columns: a newer driver"
              + " brings it");
    }
    return Optional.of(new SqliteDialect(product.toString(), version));
  }

  @Override
  public Dialect dialect(DialectName name) {
    return new SqliteDialect(PRODUCT, SqliteVersion.NEWEST);
  }
}
