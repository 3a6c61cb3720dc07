package dev.migrate.generate;

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

/**
 * A PostgreSQL server for the tests of one JVM, in memory where that can be mounted: started by the
 * first who wants a database, stopped when the JVM ends. It never waits for a disk.
 */
final class PostgresqlServer {

  private static final Path MEMORY = Path.of("/dev/shm");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private PostgresqlServer() {}

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
                .setServerConfig("join_collapse_limit", "1") // planning takes longer than reading
                .setServerConfig("shared_buffers", "32MB");
        if (Files.isWritable(MEMORY)) {
          builder.setDataDirectory(Files.createTempDirectory(MEMORY, "migrate-postgresql"));
        }
        return builder.start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** A new, empty database; the one before the last is dropped. */
  static synchronized DataSource emptyDatabase() {
    int number = NUMBER.incrementAndGet();
    try (Connection connection = Started.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS law" + Math.max(0, number - 2) + " WITH (FORCE)");
      statement.execute("CREATE DATABASE law" + number + " TEMPLATE template0 STRATEGY file_copy");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    String url = Started.SERVER.getJdbcUrl("postgres", "law" + number);
    return Databases.of(url + "&sslmode=disable&gssEncMode=disable", "postgres", "");
  }
}
