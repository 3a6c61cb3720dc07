package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
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

  /** So many databases of ended tests are kept until their sessions surely are gone. */
  private static final int KEPT = 40;

  private static final Deque<String> DATABASES = new ArrayDeque<>();

  private static final Deque<ReusedDatabase> USED = new ArrayDeque<>();

  private static final Deque<ReusedDatabase> FREE = new ArrayDeque<>();

  private static final Deque<String> ENDED = new ArrayDeque<>();

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Started when the class is loaded, which is when it is first asked. */
  private static final class Started {

    static final EmbeddedPostgres SERVER = start();
    static final Connection ADMIN = connect();

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
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_prepared_transactions", "10")
                .setServerConfig("shared_buffers", "32MB");
        if (Files.isWritable(MEMORY)) {
          builder.setDataDirectory(Files.createTempDirectory(MEMORY, "migrate-postgresql"));
        }
        return builder.start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    /** The collations of the samples are not there, or of the operating system at best. */
    private static Connection connect() {
      try {
        Connection admin = SERVER.getPostgresDatabase().getConnection();
        execute(admin, "CREATE DATABASE empty TEMPLATE template0");
        try (Connection template = SERVER.getDatabase("postgres", "empty").getConnection()) {
          execute(template, "CREATE COLLATION \"de_DE\" (provider = icu, locale = 'de-DE')");
          execute(template, "CREATE COLLATION \"NOCASE\" FROM \"C\"");
        }
        execute(admin, "ALTER DATABASE empty IS_TEMPLATE true ALLOW_CONNECTIONS false");
        return admin;
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  /** An empty database; it is there until the test ends. */
  static synchronized DataSource emptyDatabase() {
    ReusedDatabase free = FREE.poll();
    if (free == null) {
      String name = create();
      free = new ReusedDatabase(name, Databases.of(url(name, ""), "postgres", ""));
    }
    USED.add(free);
    return free.connections();
  }

  /**
   * A database for a user who can read it and nothing else.
   *
   * @param settings settings of the driver: {@code &readOnly=true}
   */
  static DataSource reader(DataSource database, String settings) {
    try (Connection connection = database.getConnection()) {
      execute(
          connection,
          """
          DO $$ DECLARE namespace text; BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN
              CREATE ROLE reader LOGIN;
            END IF;
            EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
            FOR namespace IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|^information_'
            LOOP
              EXECUTE format('GRANT USAGE ON SCHEMA %I TO reader', namespace);
              EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO reader', namespace);
            END LOOP;
          END $$
          """);
      String url = database.unwrap(UrlDataSource.class).url();
      return Databases.of(url.replaceFirst("user=[^&]*", "user=reader") + settings, "reader", "");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** A new, empty database, with settings of the driver: {@code &currentSchema=app}. */
  static synchronized String newDatabase(String settings) {
    String name = create();
    DATABASES.add(name);
    return url(name, settings);
  }

  private static String create() {
    String name = "test" + NUMBER.incrementAndGet();
    execute(Started.ADMIN, "CREATE DATABASE " + name + " TEMPLATE empty STRATEGY file_copy");
    return name;
  }

  private static String url(String database, String settings) {
    return Started.SERVER.getJdbcUrl("postgres", database)
        // The driver sets up a session while it connects, and not in two statements of its own.
        + "&sslmode=disable&gssEncMode=disable&assumeMinServerVersion=18"
        + settings;
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** To drop a database whose sessions are about to end would wait for a tenth of a second. */
  private static synchronized void endAll() {
    for (ReusedDatabase used = USED.poll(); used != null; used = USED.poll()) {
      if (used.isEmptied(Started.ADMIN)) {
        FREE.push(used);
      } else {
        DATABASES.add(used.name());
      }
    }
    if (DATABASES.isEmpty()) {
      return;
    }
    execute(
        Started.ADMIN,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ('"
            + String.join("', '", DATABASES)
            + "')");
    ENDED.addAll(DATABASES);
    DATABASES.clear();
    while (ENDED.size() > KEPT) {
      execute(Started.ADMIN, "DROP DATABASE " + ENDED.remove() + " WITH (FORCE)");
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    endAll();
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
      endAll();
    }
  }
}
