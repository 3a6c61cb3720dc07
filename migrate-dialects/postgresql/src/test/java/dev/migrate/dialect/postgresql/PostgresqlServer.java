package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;

/**
 * A PostgreSQL server for the tests of one JVM: started by the first who wants a database, stopped
 * when the JVM ends. It need not survive a crash, so it never waits for a disk; where memory can be
 * mounted as one, its files are there. What a test made is dropped after it.
 */
final class PostgresqlServer implements AfterEachCallback, InvocationInterceptor {

  private static final Path MEMORY = Path.of("/dev/shm");

  private static final List<String> DATABASES = new CopyOnWriteArrayList<>();

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Started when the class is loaded, which is when it is first asked. */
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
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "32MB");
        if (Files.isWritable(MEMORY)) {
          builder.setDataDirectory(Files.createTempDirectory(MEMORY, "migrate-postgresql"));
        }
        EmbeddedPostgres server = builder.start();
        makeTemplate(server);
        return server;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    /** The collation of the samples is one of the operating system, which may not have it. */
    private static void makeTemplate(EmbeddedPostgres server) {
      execute(server.getPostgresDatabase(), "CREATE DATABASE empty TEMPLATE template0");
      execute(
          server.getDatabase("postgres", "empty"),
          "CREATE COLLATION \"de_DE\" (provider = icu, locale = 'de-DE')");
    }
  }

  /** A new, empty database; it is there until the test ends. */
  static DataSource emptyDatabase() {
    return Databases.of(newDatabase(""), "postgres", "");
  }

  /** The same, with settings of the driver: {@code &currentSchema=app}. */
  static String newDatabase(String settings) {
    String name = "test" + NUMBER.incrementAndGet();
    execute(
        Started.SERVER.getPostgresDatabase(),
        "CREATE DATABASE " + name + " TEMPLATE empty STRATEGY file_copy");
    DATABASES.add(name);
    return Started.SERVER.getJdbcUrl("postgres", name) + settings;
  }

  private static void execute(DataSource database, String... statements) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void dropAll() {
    List<String> databases = List.copyOf(DATABASES);
    DATABASES.removeAll(databases);
    if (!databases.isEmpty()) {
      execute(
          Started.SERVER.getPostgresDatabase(),
          databases.stream()
              .map(name -> "DROP DATABASE " + name + " WITH (FORCE)")
              .toArray(String[]::new));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    dropAll();
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation,
      DynamicTestInvocationContext dynamicContext,
      ExtensionContext extensionContext)
      throws Throwable {
    try {
      invocation.proceed();
    } finally {
      dropAll();
    }
  }
}
