package dev.migrate.hibernate;

import dev.migrate.testkit.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The engines of the tests. */
final class Engines {

  static final Engine H2 = new Engine("h2", "2.4", Databases::h2);
  static final Engine SQLITE = new Engine("sqlite", "3.50", Engines::file);
  static final Engine POSTGRESQL =
      new Engine("postgresql", "18.6", PostgresqlServer::emptyDatabase);
  static final Engine MARIADB = new Engine("mariadb", "11.4", MariadbServer::emptyDatabase);

  static {
    HibernateLog.silence();
  }

  private Engines() {}

  static Stream<Engine> all() {
    return Stream.of(H2, SQLITE, POSTGRESQL, MARIADB);
  }

  private static DataSource file() {
    try {
      Path file = Files.createTempDirectory("migrate-hibernate").resolve(UUID.randomUUID() + ".db");
      file.toFile().deleteOnExit();
      file.getParent().toFile().deleteOnExit();
      return Databases.of("jdbc:sqlite:" + file, "", "");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
