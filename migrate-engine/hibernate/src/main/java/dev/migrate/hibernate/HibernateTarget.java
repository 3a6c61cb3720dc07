package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import java.util.Arrays;
import java.util.Optional;

/** The databases that both sides know. */
enum HibernateTarget {
  H2("h2", "H2", "H2Dialect", "2.4"),
  POSTGRESQL("postgresql", "PostgreSQL", "PostgreSQLDialect", "18"),
  MARIADB("mariadb", "MariaDB", "MariaDBDialect", "11.8"),
  MYSQL("mysql", "MySQL", "MySQLDialect", "9.5"),
  SQLITE("sqlite", "SQLite", "SQLiteDialect", "3.50");

  private final String name;
  private final String product;
  private final String dialectClass;
  private final String newest;

  HibernateTarget(String name, String product, String dialectClass, String newest) {
    this.name = name;
    this.product = product;
    this.dialectClass = dialectClass;
    this.newest = newest;
  }

  /** The database of one of our dialects. */
  static Optional<HibernateTarget> of(Dialect dialect) {
    return Arrays.stream(values())
        .filter(target -> target.name.equals(dialect.names().get(0).value()))
        .findFirst();
  }

  /** The database of one of Hibernate's dialects, or of one that an application derived from it. */
  static Optional<HibernateTarget> of(org.hibernate.dialect.Dialect dialect) {
    for (Class<?> type = dialect.getClass(); type != null; type = type.getSuperclass()) {
      String simple = type.getSimpleName();
      Optional<HibernateTarget> found =
          Arrays.stream(values()).filter(target -> target.dialectClass.equals(simple)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The name that drivers report. */
  String product() {
    return product;
  }

  /** The version for which mappings are built unless another is set. */
  String newest() {
    return newest;
  }
}
