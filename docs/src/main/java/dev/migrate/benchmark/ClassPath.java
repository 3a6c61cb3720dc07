package dev.migrate.benchmark;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where the classes of a start come from, whatever else the benchmark has on its class path. */
final class ClassPath {

  private ClassPath() {}

  static String text() {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type :
        new Class<?>[] {
          StartProgram.class,
          dev.migrate.Revision.class,
          dev.migrate.engine.Migrator.class,
          dev.migrate.dialect.ansi.AnsiRenderer.class,
          dev.migrate.dialect.h2.H2DialectProvider.class,
          org.jdbi.v3.core.Jdbi.class,
          tools.jackson.core.json.JsonFactory.class,
          org.slf4j.Logger.class,
          org.slf4j.simple.SimpleLogger.class,
          org.h2.Driver.class,
          org.flywaydb.core.Flyway.class
        }) {
      try {
        places.add(
            Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      } catch (URISyntaxException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return String.join(File.pathSeparator, places);
  }
}
