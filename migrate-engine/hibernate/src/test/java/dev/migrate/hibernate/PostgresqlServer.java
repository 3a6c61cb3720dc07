package dev.migrate.hibernate;

import dev.migrate.testkit.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A PostgreSQL server for the tests of one JVM, with a new database for each. */
final class PostgresqlServer {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private PostgresqlServer() {}

  /** Started by the first who asks. */
  private static final class Started {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres.Builder builder =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "32MB");
        Path memory = Path.of("/dev/shm");
        if (Files.isWritable(memory)) {
          builder.setDataDirectory(Files.createTempDirectory(memory, "migrate-postgresql"));
        }
        return builder.start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  static DataSource emptyDatabase() {
    String name = "model" + NUMBER.incrementAndGet();
    try (Connection admin = Started.SERVER.getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 STRATEGY file_copy");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    return Databases.of(
        Started.SERVER.getJdbcUrl("postgres", name) + "&sslmode=disable&gssEncMode=disable",
        "postgres",
        "");
  }
}
