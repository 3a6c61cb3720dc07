package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Processes that change a table of 30,000 rows are killed at random moments, until one ends. */
class H2KillTest {

  /** Further processes are left alone, so that the test ends on a slow machine too. */
  private static final int MOST_KILLS = 4;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> aKilledProcessIsFollowedByAnother(TestReporter reporter) {
    return LongStream.rangeClosed(1, Integer.getInteger("migrate.test.kills", 1))
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> new Round(seed).run(reporter)));
  }

  private final class Round {

    private final Random random;
    private final String url;
    private int kills;

    Round(long seed) {
      this.random = new Random(seed);
      this.url = H2CrashImages.url(folder.resolve("round" + seed));
    }

    void run(TestReporter reporter) throws Exception {
      TestDatabase database = new TestDatabase(Databases.of(url, "sa", ""));
      database.migrator(Killed.REVISIONS).upgrade("given");
      int longest = 2_000;
      while (!ends(longest)) {
        kills++;
        assertThat(kills).isLessThanOrEqualTo(MOST_KILLS);
      }
      reporter.publishEntry("kills", String.valueOf(kills));
      assertThat(database.relations())
          .extracting("name")
          .containsExactlyInAnyOrder("item", "part", "seen");
      assertThat(database.migrator(Killed.REVISIONS).drift().isEmpty()).isTrue();
      assertThat(database.query("SELECT COUNT(*) FROM item")).containsExactly("30001");
      assertThat(database.query("SELECT COUNT(*) FROM seen")).containsExactly("30001");
      assertThat(database.query("SELECT COUNT(*) FROM part")).containsExactly("1000");
      database.execute("INSERT INTO item (name) VALUES ('new')");
      database.execute("INSERT INTO part SELECT 0, MAX(id) FROM item");
    }

    /** Whether a process ended by itself. */
    private boolean ends(int longest) throws Exception {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Killed.class.getName(),
                  url)
              .redirectErrorStream(true)
              .start();
      try (var said = process.inputReader()) {
        assertThat(said.readLine()).isEqualTo("ready");
        boolean ended =
            kills == MOST_KILLS
                ? process.waitFor(2, TimeUnit.MINUTES)
                : process.waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS);
        if (ended) {
          assertThat(process.exitValue())
              .as(() -> String.join("\n", said.lines().toList()))
              .isZero();
        }
        return ended;
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** What runs in the processes. */
  public static final class Killed {

    private static final Revision[] REVISIONS = {
      Revision.of(
          Lineage.of("given").root(),
          op -> {
            op.createTable(
                "item",
                column("id", bigint()).identity(),
                column("name", varchar(100)),
                column("size", integer()),
                primaryKey("id"),
                index("name"),
                index("size"));
            op.createTable(
                "part",
                column("id", integer()),
                column("item", bigint()),
                primaryKey("id"),
                foreignKey("item").references("item"));
            op.insert("item", columns("name"), row("first"));
            op.execute(
                sql("INSERT INTO item (name, size) SELECT 'item ' || x, x FROM SYSTEM_RANGE(1,"
                        + " 30000)")
                    .writes("item")
                    .needsNoUndo());
            op.execute(
                sql("INSERT INTO part SELECT x, x FROM SYSTEM_RANGE(1, 1000)")
                    .writes("part")
                    .needsNoUndo());
            op.createView("seen", view("SELECT id FROM item").reads("item", "id"));
          }),
      change("r1", "given", op -> op.addColumn("item", column("price", integer()).defaultTo(3))),
      change("r2", "r1", op -> op.alterColumn("item", "size", type(bigint()))),
      change(
          "r3",
          "r2",
          op -> {
            op.dropIndex("item", "ix_item_size");
            op.dropColumn("item", "size");
            op.addColumn("item", column("note", varchar(9)));
          }),
      change("r4", "r3", op -> op.alterColumn("item", "name", type(varchar(50)))),
      change("r5", "r4", op -> op.dropColumn("item", "note")),
    };

    private Killed() {}

    private static Revision change(String id, String after, Consumer<Operations> operations) {
      return Revision.of(Lineage.of(id).after(after), operations::accept);
    }

    /** Ends what others began. */
    public static void main(String[] arguments) {
      System.out.println("ready");
      Migrator.on(Databases.of(arguments[0] + ";WRITE_DELAY=0", "sa", ""))
          .revisions(List.of(REVISIONS))
          .build()
          .upgrade();
    }
  }
}
