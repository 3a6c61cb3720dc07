package dev.migrate.hibernate;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** An engine with empty databases. */
record Engine(String name, String version, Supplier<DataSource> databases) {

  DataSource emptyDatabase() {
    return databases.get();
  }

  /** Hibernate tries what SQLite does not take, such as comments, and goes on. */
  Map<String, Object> settings() {
    return name.equals("sqlite") ? Map.of("hibernate.hbm2ddl.halt_on_error", "false") : Map.of();
  }

  static Dialect dialect(DataSource database) {
    try (Connection connection = database.getConnection()) {
      DatabaseProduct product = DatabaseProduct.of(connection.getMetaData());
      return ServiceLoader.load(DialectProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .flatMap(provider -> provider.dialectFor(product).stream())
          .findFirst()
          .orElseThrow();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  static Schema inspected(DataSource database, Set<String> namespaces) {
    Dialect dialect = dialect(database);
    try (Connection connection = database.getConnection()) {
      return dialect.inspector().inspect(connection, namespaces);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
