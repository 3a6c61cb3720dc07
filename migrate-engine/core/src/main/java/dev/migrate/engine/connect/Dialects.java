package dev.migrate.engine.connect;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.schema.DialectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The dialects on the class path and the module path. */
public final class Dialects {

  /** Which module has the dialect for a product, by a word of the product's name. */
  private static final Map<String, String> MODULES =
      Map.of(
          "h2", "dev.migrate:migrate-dialect-h2",
          "postgresql", "dev.migrate:migrate-dialect-postgresql",
          "mysql", "dev.migrate:migrate-dialect-mysql",
          "mariadb", "dev.migrate:migrate-dialect-mysql",
          "sqlite", "dev.migrate:migrate-dialect-sqlite");

  private Dialects() {}

  /**
   * The dialect for a database that is connected.
   *
   * @throws DatabaseException if no module has one; the message names the module to add
   */
  public static Dialect forProduct(DatabaseProduct product) {
    for (DialectProvider provider : loader()) { // looks no further than it has to
      Optional<Dialect> dialect = provider.dialectFor(product);
      if (dialect.isPresent()) {
        return dialect.get();
      }
    }
    throw missing(
        product.toString(), product.name(), "hand over a dialect with Migrator.on(…).dialect(…)");
  }

  /**
   * The dialect for scripts that are made without a database.
   *
   * @param name the dialect's name
   * @throws DatabaseException if no module has one; the message names the module to add
   */
  public static Dialect named(DialectName name) {
    return providers().stream()
        .filter(provider -> provider.names().contains(name))
        .map(provider -> provider.dialect(name))
        .findFirst()
        .orElseThrow(
            () ->
                missing(
                    name.value(),
                    name.value(),
                    "correct the name, or hand over a dialect in its place"));
  }

  /**
   * Whether a connection could not be opened only because another session is at work, as any of the
   * dialects knows it: which one it is, is not known yet.
   *
   * @return whether to try again
   */
  static boolean isBusy(SQLException failure) {
    return providers().stream()
        .flatMap(provider -> provider.names().stream().map(provider::dialect))
        .anyMatch(dialect -> dialect.isBusy(failure));
  }

  private static List<DialectProvider> providers() {
    List<DialectProvider> providers = new ArrayList<>();
    loader().forEach(providers::add);
    return providers;
  }

  /** With the loader of this library, which sees what the application sees in the usual cases. */
  private static ServiceLoader<DialectProvider> loader() {
    return ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader());
  }

  private static DatabaseException missing(String database, String name, String otherwise) {
    String known =
        String.join(
            ", ",
            providers().stream().flatMap(p -> p.names().stream()).map(n -> n.value()).toList());
    String module = MODULES.get(name.toLowerCase(Locale.ROOT));
    return new DatabaseException(
        Facts.of("no dialect for " + database + " is on the class path")
            .with("found", known.isEmpty() ? "none" : known)
            .with("left", "nothing was changed")
            .next(
                module == null ? otherwise : "add the module " + module + " to the dependencies"));
  }
}
