package dev.migrate.dialect.mysql;

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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/** The server is killed at a random moment and started again; the next run ends what was begun. */
class MysqlKilledServerTest {

  /** What a killed change of a table may leave; the server removes it when it starts. */
  private static final String COPIES =
      "SELECT NAME FROM INFORMATION_SCHEMA.INNODB_SYS_TABLES WHERE NAME LIKE '%#sql%'";

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
                sql("INSERT INTO item SELECT seq, seq, CONCAT('item ', seq) FROM seq_1_to_20000")
                    .writes("item")
                    .needsNoUndo());
          });

  private static final Revision CHANGES =
      Revision.of(
          Lineage.of("changes").after("given"),
          op -> {
            op.alterColumn("item", "size", type(bigint()));
            op.insert("item", columns("id", "size", "name"), row(0, 0, "none"));
            op.createIndex("item", index("name"));
            op.addColumn("item", column("price", integer()).defaultTo(3));
            op.alterColumn("item", "name", type(varchar(200)));
            op.insert("item", columns("id", "size", "name"), row(-1, 0, "less"));
            op.dropColumn("item", "size");
            op.createTable("other", column("id", integer()), primaryKey("id"));
            op.renameColumn("item", "name", "title");
          });

  @TestFactory
  Stream<DynamicTest> aKilledServerLosesNothing(TestReporter reporter) {
    return LongStream.rangeClosed(1, Integer.getInteger("migrate.test.kills", 1))
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> round(seed, reporter)));
  }

  private static void round(long seed, TestReporter reporter) throws Exception {
    Random random = new Random(seed);
    int most = seed == 1 ? 1 : 3;
    TestServer server = TestServer.mariadbToKill();
    TestDatabase database = new TestDatabase(server.emptyDatabase());
    database.migrator(GIVEN, CHANGES).upgrade("given");
    int kills = 0;
    boolean ended = false;
    while (!ended) {
      CompletableFuture<Boolean> run = CompletableFuture.supplyAsync(() -> upgrade(database));
      Thread.sleep(random.nextInt(400));
      if (kills < most && !run.isDone()) {
        kills++;
        ProcessBuilder again = server.kill();
        run.get();
        server.startAgain(again);
      } else {
        ended = run.get();
        assertThat(ended).isTrue();
      }
    }
    reporter.publishEntry("kills of the server", String.valueOf(kills));
    assertThat(database.states(GIVEN, CHANGES)).isEqualTo("[x] given, [x] changes");
    assertThat(database.query("SELECT COUNT(*) FROM item WHERE price = 3"))
        .containsExactly("20002");
    assertThat(database.migrator(GIVEN, CHANGES).drift().isEmpty()).isTrue();
    assertThat(new TestDatabase(server.server()).query(COPIES)).isEmpty();
  }

  /** Whether it was ended. */
  private static boolean upgrade(TestDatabase database) {
    try {
      database.migrator(GIVEN, CHANGES).upgrade();
      return true;
    } catch (MigrateException lost) {
      return false;
    }
  }
}
