package dev.migrate.dialect.mysql;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.DialectName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Creates dialects for MySQL from 8.0 and MariaDB from 10.6, whatever driver is used. Immutable and
 * thread-safe; made by {@link java.util.ServiceLoader}.
 */
public final class MysqlDialectProvider implements DialectProvider {

  private static final Set<String> PRODUCTS = Set.of("mysql", "mariadb");

  /** Creates the provider. */
  public MysqlDialectProvider() {}

  @Override
  public Set<DialectName> names() {
    return Set.of(DialectName.MYSQL, DialectName.MARIADB);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedByDialectException for versions whose changes of the schema are not atomic
   */
  @Override
  public Optional<Dialect> dialectFor(DatabaseProduct product) {
    if (!PRODUCTS.contains(product.name().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    MysqlServer server = MysqlServer.of(product);
    if (!server.isSupported()) {
      throw new UnsupportedByDialectException(
          "migrating a database whose changes of the schema can stop half-way",
          server.toString(),
          "use MySQL 8.0 or MariaDB 10.6, the first with atomic DDL, or a later version");
    }
    return Optional.of(new MysqlDialect(server));
  }

  @Override
  public Dialect dialect(DialectName name) {
    return new MysqlDialect(
        name.equals(DialectName.MARIADB) ? MysqlServer.NEWEST_MARIADB : MysqlServer.NEWEST_MYSQL);
  }
}
