package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed at a random moment and started again; the next run ends what was begun. */
class PostgresqlKilledServerTest {

  private static final Revision GIVEN =
      Revision.of(
          Lineage.of("given").root(),
          op -> {
            op.createTable(
                "item",
                column("id", integer()),
                column("size", integer()),
                column("name", varchar(40)),
                primaryKey("id"));
            op.execute(
                sql("INSERT INTO item SELECT n, n, 'item ' || n FROM generate_series(1, 20000) n")
                    .writes("item")
                    .needsNoUndo());
          });

  private static final Revision WHOLE =
      Revision.of(
          Lineage.of("whole").after("given"),
          op -> {
            op.alterColumn("item", "size", type(bigint()));
            op.insert("item", columns("id", "size", "name"), row(0, 0, "none"));
            op.dropColumn("item", "size");
          });

  /** Its statements run one by one. */
  private static final Revision PARTS =
      Revision.of(
          Lineage.of("parts").after("whole"),
          op -> {
            op.addColumn("item", column("price", integer()).defaultTo(3));
            op.createIndexConcurrently("item", index("name"));
            op.insert("item", columns("id", "name"), row(-1, "less"));
            op.createIndexConcurrently("item", index("price"));
          });

  private static final Revision[] ALL = {GIVEN, WHOLE, PARTS};

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> aKilledServerLosesNothing(TestReporter reporter) {
    return LongStream.rangeClosed(1, Integer.getInteger("migrate.test.kills", 1))
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> round(seed, reporter)));
  }

  private void round(long seed, TestReporter reporter) throws Exception {
    Random random = new Random(seed);
    int most = seed == 1 ? 1 : 3;
    int kills = 0;
    Path data = folder.resolve("data" + seed);
    EmbeddedPostgres server = start(data);
    try {
      TestDatabase database = database(server);
      database.migrator(ALL).upgrade("given");
      boolean ended = false;
      while (!ended) {
        TestDatabase used = database;
        CompletableFuture<Boolean> run = CompletableFuture.supplyAsync(() -> upgrade(used));
        Thread.sleep(random.nextInt(400));
        if (kills < most && !run.isDone()) {
          kills++;
          kill(data);
          run.get();
          server.close();
          server = start(data);
          database = database(server);
        } else {
          ended = run.get();
          assertThat(ended).isTrue();
        }
      }
      reporter.publishEntry("kills of the server", String.valueOf(kills));
      assertThat(database.states(ALL)).isEqualTo("[x] given, [x] whole, [x] parts");
      assertThat(database.query("SELECT COUNT(*) FROM item WHERE price = 3"))
          .containsExactly("20002");
      assertThat(database.migrator(ALL).drift().isEmpty()).isTrue();
    } finally {
      server.close();
    }
  }

  private static TestDatabase database(EmbeddedPostgres server) {
    return new TestDatabase(server.getPostgresDatabase());
  }

  private static EmbeddedPostgres start(Path data) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "off")
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .start();
  }

  /** The process whose children end when it does. */
  private static void kill(Path data) throws Exception {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    server.children().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
    server.onExit().get();
  }

  /** Whether it was ended. */
  private static boolean upgrade(TestDatabase database) {
    try {
      database.migrator(ALL).upgrade();
      return true;
    } catch (MigrateException lost) {
      return false;
    }
  }
}
