package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.schema.DialectName;
import java.util.ServiceLoader;

/** Dialects without a database. */
final class Dialects {

  static final Dialect H2 = of(DialectName.H2);
  static final Dialect POSTGRESQL = of(DialectName.POSTGRESQL);
  static final Dialect MARIADB = of(DialectName.MARIADB);

  static {
    HibernateLog.silence();
  }

  private Dialects() {}

  private static Dialect of(DialectName name) {
    return ServiceLoader.load(DialectProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.names().contains(name))
        .findFirst()
        .orElseThrow()
        .dialect(name);
  }
}
