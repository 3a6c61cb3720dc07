package dev.migrate.spring;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.schema.DialectName;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The dialect that {@code migrate.dialect} names. */
final class NamedDialect {

  private NamedDialect() {}

  static Dialect of(String wanted) {
    List<String> known = new ArrayList<>();
    for (DialectProvider provider :
        ServiceLoader.load(DialectProvider.class, DialectProvider.class.getClassLoader())) {
      for (DialectName name : provider.names()) {
        if (name.value().equals(wanted)) {
          return provider.dialect(name);
        }
        known.add(name.value());
      }
    }
    throw new DefinitionException(
        Facts.of("migrate.dialect names no dialect on the class path: " + wanted)
            .known(wanted, known)
            .with("left", "no database was touched")
            .next("correct the name, or remove the property: the database tells its dialect"));
  }
}
