package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.InDoubtException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * H2 adds, drops and changes columns in several steps, each of which it commits. After a kill
 * between any two of them, the next run completes the change, or the run after it if that is
 * killed.
 */
class H2CrashTest {

  private static final Revision GIVEN =
      Revision.of(
          Lineage.of("given").root(),
          op -> {
            op.createTable("owner", column("id", integer()), primaryKey("id"));
            op.createTable(
                "Item",
                column("id", bigint()).identity(),
                column("owner", integer()).defaultTo(1),
                column("code", varchar(20)),
                column("n", integer()).defaultTo(7),
                primaryKey("id"),
                unique("code"),
                foreignKey("owner").references("owner"),
                index("code", "n"),
                index("n"));
            op.createTable(
                "part",
                column("id", integer()),
                column("item", bigint()),
                primaryKey("id"),
                foreignKey("item").references("Item"));
            op.createView(
                "seen", view("SELECT id, owner FROM \"Item\"").reads("Item", "id", "owner"));
            op.createView("again", view("SELECT id FROM seen").reads("seen", "id"));
            op.insert("owner", columns("id"), row(1));
            op.insert("Item", columns("code"), row("a"), row("b"), row("c"));
            op.insert("part", columns("id", "item"), row(1, 1), row(2, 3));
          });

  /** What remains to be done before the table is dropped is nothing. */
  private static final String REFERENCE =
      "SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
          + " WHERE TABLE_NAME = 'PART' AND CONSTRAINT_NAME LIKE 'Item_COPY_%'";

  @TempDir Path folder;

  private static Map<String, Consumer<Operations>> changes() {
    Map<String, Consumer<Operations>> changes = new TreeMap<>();
    changes.put("add", op -> op.addColumn("Item", column("price", integer()).defaultTo(5)));
    changes.put(
        "drop",
        op -> {
          op.dropConstraint("Item", "uq_Item_code");
          op.dropIndex("Item", "ix_Item_code_n");
          op.dropColumn("Item", "code");
        });
    changes.put("type", op -> op.alterColumn("Item", "code", type(varchar(3))));
    changes.put("default", op -> op.alterColumn("Item", "n", type(bigint())));
    changes.put(
        "rename",
        op -> {
          op.renameColumn("Item", "code", "label");
          op.alterColumn("Item", "label", type(varchar(3)));
        });
    changes.put(
        "views",
        op -> {
          op.dropView("again");
          op.dropView("seen");
          op.addColumn("Item", column("price", integer()));
          op.createView(
              "seen", view("SELECT id, price FROM \"Item\"").reads("Item", "id", "price"));
          op.createView("again", view("SELECT id FROM seen").reads("seen", "id"));
        });
    changes.put("parent", op -> op.addColumn("owner", column("name", varchar(9))));
    return changes;
  }

  @TestFactory
  Stream<DynamicTest> aKilledChangeIsEnded(TestReporter reporter) {
    return changes().entrySet().stream()
        .map(
            change ->
                dynamicTest(
                    change.getKey(),
                    () -> new Trial(change.getKey(), change.getValue()).run(reporter)));
  }

  /** One change, and what its interruptions lead to. */
  private final class Trial {

    private final String name;
    private final List<Revision> revisions;
    private int points;
    private int asked;

    Trial(String name, Consumer<Operations> change) {
      this.name = name;
      this.revisions =
          List.of(GIVEN, Revision.of(Lineage.of("change").after("given"), change::accept));
    }

    void run(TestReporter reporter) throws SQLException {
      H2CrashImages.Images images = H2CrashImages.of(folder.resolve(name));
      Migrator migrator = migrator(new TestDatabase(images.dataSource()));
      migrator.upgrade("given");
      images.start();
      migrator.upgrade();
      List<Path> killed = images.stop();
      Snapshot expected = Snapshot.of(images.dataSource(), Set.of());
      if (!name.equals("views")) {
        endWithoutTheTable(killed, expected);
      }
      int step = ContractCases.step(24);
      for (int i = 0; i < killed.size(); i++) {
        end(killed.get(i), expected, i % step == step - 1);
      }
      reporter.publishEntry(
          name, points + " points, " + (points - asked) + " resumed, " + asked + " asked");
      assertThat(points).isGreaterThan(5);
      assertThat(asked).isLessThanOrEqualTo(name.equals("default") ? 2 : 0);
    }

    private Migrator migrator(TestDatabase database) {
      return Migrator.on(database.dataSource()).revisions(revisions).build();
    }

    /** Ends what was begun; then the same, killed at each of its own steps. */
    private void end(Path image, Snapshot expected, boolean again) throws SQLException {
      points++;
      H2CrashImages.Images images = H2CrashImages.of(image);
      DataSource source = again ? images.dataSource() : plain(image);
      List<Path> second;
      try (Connection open = source.getConnection()) { // else it is closed after each question
        assertThat(open.isClosed()).isFalse();
        second = ended(new TestDatabase(source), images, expected);
      }
      for (int i = 0; again && i < second.size(); i += ContractCases.step(15)) {
        end(second.get(i), expected, false);
      }
    }

    private List<Path> ended(TestDatabase database, H2CrashImages.Images images, Snapshot expected)
        throws SQLException {
      images.start();
      try {
        migrator(database).upgrade();
      } catch (InDoubtException doubt) {
        asked++;
        assertThat(doubt).hasMessageContaining("COPY").hasMessageContaining("DROP TABLE");
        return List.of();
      }
      List<Path> second = images.stop();
      database.snapshot().requireEqual(expected);
      database.execute("INSERT INTO \"Item\" (owner) VALUES (1)", "INSERT INTO part VALUES (9, 4)");
      assertThat(database.query("SELECT n FROM \"Item\" WHERE id = 4")).containsExactly("7");
      assertThat(database.query("SELECT COUNT(*) FROM again")).containsExactly("4");
      return second;
    }

    /**
     * Killed between the end of the table and the new name of its copy, which no image has where
     * there are views. They are broken until the table is there again.
     */
    private void endWithoutTheTable(List<Path> killed, Snapshot expected) throws SQLException {
      for (int i = killed.size() - 1; i >= 0; i--) {
        Path image = killed.get(i).resolveSibling(name + "_gone");
        H2CrashImages.copy(killed.get(i), image);
        TestDatabase database = new TestDatabase(plain(image));
        if (!database.query(REFERENCE).isEmpty()) {
          database.execute(
              "DROP VIEW again",
              "DROP VIEW seen",
              "DROP TABLE \"Item\" CASCADE",
              "CREATE FORCE VIEW seen AS SELECT id, owner FROM \"PUBLIC\".\"Item\"",
              "CREATE FORCE VIEW again AS SELECT id FROM \"PUBLIC\".\"SEEN\"");
          end(image, expected, false);
          return;
        }
      }
      assertThat(name).isEqualTo("parent");
    }

    private static DataSource plain(Path image) {
      return Databases.of(H2CrashImages.url(image), "sa", "");
    }
  }
}
