package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Plan;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a database stores in other words than it was declared is still known: it is not a
 * difference, and a run that is killed after it goes on.
 */
public interface SpellingContract extends DatabaseContract {

  /**
   * Changes of a table with the columns {@code id integer} and {@code n varchar(20)}, in words that
   * the database does not keep.
   *
   * @return by name: what changes the table of this name
   */
  Map<String, BiConsumer<Operations, String>> spellings();

  /**
   * Lets the revision run statement by statement, where the database would run it as a whole.
   *
   * @param op records the operation
   */
  default void apart(Operations op, String table) {}

  /** Where a run is killed. */
  record Point(String statement, Moment moment) {}

  /**
   * Killed before the first statement and after the last one, all in one database; with {@code
   * -Dmigrate.test.cases=all} before and after each statement, and all spellings instead of every
   * fourth one.
   *
   * @return a test for each spelling
   */
  @TestFactory
  default Stream<DynamicTest> aRunThatIsKilledGoesOn() {
    FailingDataSource database = new FailingDataSource(emptyDatabase());
    List<DynamicTest> tests = new ArrayList<>();
    Map<String, BiConsumer<Operations, String>> spellings = spellings();
    for (String name :
        ContractCases.every(ContractCases.step(4), seed(), List.copyOf(spellings.keySet()))) {
      String table = "t" + (tests.size() + 1);
      BiConsumer<Operations, String> change = Objects.requireNonNull(spellings.get(name));
      tests.add(dynamicTest(name, () -> goesOn(database, table, change)));
    }
    return tests.stream();
  }

  private void goesOn(
      FailingDataSource database, String table, BiConsumer<Operations, String> change)
      throws SQLException {
    Migrator migrator =
        Migrator.on(database)
            .historyTable("history_of_" + table)
            .revisions(
                Revision.of(
                    Lineage.of("given").root(),
                    op -> op.createTable(table, column("id", integer()), column("n", varchar(20)))),
                Revision.of(
                    Lineage.of("change").after("given"),
                    op -> {
                      apart(op, table);
                      change.accept(op, table);
                    }))
            .build();
    migrator.upgrade("given");
    List<String> statements =
        migrator.upgradeScript().steps().get(0).statements().stream().map(s -> s.sql()).toList();
    Plan plan = migrator.upgradeScript().plan();
    database.forget();
    List<Point> points =
        statements.stream()
            .flatMap(sql -> Stream.of(Moment.values()).map(moment -> new Point(sql, moment)))
            .toList();
    List<Point> ends = List.of(points.get(0), points.get(points.size() - 1));
    for (Point point : ContractCases.areAll() ? points : ends) {
      database.dieAt(point.statement(), point.moment());
      assertThrows(Killed.class, migrator::upgrade, point.statement());
    }
    database.calm();
    migrator.upgrade();
    Set<String> known = Set.copyOf(statements);
    assertEquals(statements, database.effective().stream().filter(known::contains).toList());
    requireDeclared(database, plan.steps().get(0).after());
    // The fewer tables there are, the sooner they are read.
    new TestDatabase(database).execute("DROP TABLE " + table, "DROP TABLE history_of_" + table);
  }

  private static void requireDeclared(FailingDataSource database, Schema declared)
      throws SQLException {
    TestDatabase live = new TestDatabase(database);
    Schema actual = live.dialect().canonical(live.inspect(declared));
    SchemaAssert.assertThat(actual).isEqualTo(live.stored(declared));
  }
}
