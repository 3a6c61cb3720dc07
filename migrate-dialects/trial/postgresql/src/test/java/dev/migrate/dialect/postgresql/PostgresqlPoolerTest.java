package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.process.ProcessTrial;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real PgBouncer, where there is one: Debian's package {@code pgbouncer}. */
@Timeout(120)
@ExtendWith(PostgresqlServer.class)
class PostgresqlPoolerTest implements DatabaseContract {

  private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

  private final AtomicBoolean ended = new AtomicBoolean();
  private Process pooler;

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @AfterEach
  void end() throws InterruptedException {
    ended.set(true);
    if (pooler != null) {
      pooler.descendants().forEach(ProcessHandle::destroy);
      pooler.destroy();
      pooler.waitFor();
    }
  }

  /** It does not run as root. */
  private DataSource pooled(String url, String mode) throws Exception {
    assumeTrue(Files.isExecutable(PROGRAM), "there is no pgbouncer");
    boolean root = System.getProperty("user.name").equals("root");
    Path folder = Files.createTempDirectory("pgbouncer");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    int port = freePort();
    String server = url.replaceFirst(".*?//[^:]*:(\\d+)/.*", "$1");
    Path settings = folder.resolve("pgbouncer.ini");
    Files.writeString(
        settings,
        "[databases]\n* = host=localhost port="
            + server
            + " user=postgres\n[pgbouncer]\nlisten_addr = localhost\nlisten_port = "
            + port
            + "\nauth_type = any\npool_mode = "
            + mode
            + "\ndefault_pool_size = 3\nunix_socket_dir =\n"
            + "ignore_startup_parameters = extra_float_digits\n");
    List<String> command = new ArrayList<>();
    command.addAll(root ? List.of("runuser", "-u", "nobody", "--") : List.of());
    command.addAll(List.of(PROGRAM.toString(), settings.toString()));
    pooler =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    DataSource database =
        Databases.of(
            url.replaceFirst("(//[^:]*:)\\d+/", "$1" + port + "/") + "&prepareThreshold=0",
            "postgres",
            "");
    for (int i = 0; i < 100 && !isThere(database); i++) {
      Thread.sleep(50);
    }
    assumeTrue(isThere(database), "pgbouncer does not start here");
    return database;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isThere(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private void work(DataSource database) {
    Thread application =
        new Thread(
            () -> {
              try (Connection connection = database.getConnection();
                  Statement statement = connection.createStatement()) {
                while (!ended.get()) {
                  statement.execute("SELECT pg_sleep(0.002)");
                }
              } catch (SQLException over) {
                // The pooler is gone.
              }
            });
    application.setDaemon(true);
    application.start();
  }

  private static final Revision TABLE =
      Revision.of(Lineage.of("r0").root(), op -> op.createTable("t", column("n", integer())));

  @Test
  void inTransactionModeNothingIsHeldWhateverHappens() throws Exception {
    String url = PostgresqlServer.newDatabase("");
    DataSource direct = Databases.of(url, "postgres", "");
    DataSource pooled = pooled(url, "transaction");
    for (int i = 0; i < 3; i++) {
      work(pooled);
    }
    for (int call = 0; call < 10; call++) {
      try {
        Migrator.on(pooled)
            .revisions(TABLE)
            .lockTimeout(Duration.ofSeconds(3))
            .build()
            .downgrade("base");
      } catch (UnsupportedByDialectException refused) {
        assertThat(refused).hasMessageContaining("session mode");
      }
    }
    assertThat(
            rows(
                direct,
                "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database ="
                    + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
        .isEmpty();
    assertThat(migrator(direct, TABLE).upgrade().revisions()).hasSize(1);
  }

  @Test
  void inSessionModeAKilledProcessIsReplacedByOneThatWaits() throws Exception {
    String url = PostgresqlServer.newDatabase("");
    UrlDataSource pooled = pooled(url, "session").unwrap(UrlDataSource.class);
    try (ProcessTrial trial = new ProcessTrial(4, 1, Optional.empty())) {
      trial.roundWithAKill(List.of(pooled));
    }
  }

  @Test
  void inSessionModeItWorks() throws Exception {
    String url = PostgresqlServer.newDatabase("");
    DataSource pooled = pooled(url, "session");
    assertThat(migrator(pooled, TABLE).upgrade().revisions()).hasSize(1);
    assertThat(migrator(pooled, TABLE).upgrade().isEmpty()).isTrue();
  }
}
