package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.report.Settlement;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is refused on an empty database leaves nothing there, not even a table for the lock. */
public interface RefusalContract extends DatabaseContract {

  private static Revision[] revisions() {
    return new Revision[] {
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("t", column("n", integer()))),
      Revision.of(Lineage.of("r2").after("r1"), op -> op.insert("t", columns("n"), row(1)))
    };
  }

  private static Map<String, Consumer<Migrator>> refused() {
    RevisionId known = RevisionId.of("r1");
    Map<String, Consumer<Migrator>> calls = new LinkedHashMap<>();
    calls.put("stamp of what is not there", migrator -> migrator.stamp("head"));
    calls.put("stamp of nothing known", migrator -> migrator.stamp("unknown"));
    calls.put("upgrade to nothing known", migrator -> migrator.upgrade("unknown"));
    calls.put("downgrade to nothing known", migrator -> migrator.downgrade("unknown"));
    calls.put("settle", migrator -> migrator.settle(known, Settlement.EXECUTED));
    return calls;
  }

  /**
   * One case for each call that is refused.
   *
   * @return the cases
   */
  @TestFactory
  default Stream<DynamicTest> aRefusedCallLeavesNothing() {
    return refused().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> leavesNothing(each.getValue())));
  }

  private void leavesNothing(Consumer<Migrator> call) throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    assertThrows(MigrateException.class, () -> call.accept(probe.migrator(revisions())));
    try (Connection connection = probe.dataSource().getConnection()) {
      assertEquals(Set.of(), probe.dialect().inspector().relations(connection));
    }
    assertFalse(probe.migrator(revisions()).upgrade().isEmpty());
  }

  /**
   * What a refused call removes is not in the way of others that begin at the same time.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void aRefusedCallIsNotInTheWayOfOthers() throws Exception {
    for (int round = 0; round < 5; round++) {
      TestDatabase probe = new TestDatabase(emptyDatabase());
      List<CompletableFuture<Void>> refused =
          Stream.generate(
                  () ->
                      CompletableFuture.runAsync(
                          () ->
                              assertThrows(
                                  MigrateException.class,
                                  () -> probe.migrator(revisions()).stamp("unknown"))))
              .limit(3)
              .toList();
      probe.migrator(revisions()).upgrade();
      for (CompletableFuture<Void> each : refused) {
        each.get();
      }
      assertEquals("[x] r1, [x] r2", probe.states(revisions()));
    }
  }
}
