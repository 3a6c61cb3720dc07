package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The limits on waiting are the session's own again after a call, and cost two statements at most.
 */
public interface WaitingLimitsContract extends WaitingDatabase {

  /**
   * The session has its own limits again, whatever became of the call; a shorter one stays.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void theSessionHasItsOwnLimitsAgain() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    List<String> during = new ArrayList<>();
    Revision looks =
        Revision.of(
            Lineage.of("r3").after("r2"),
            op ->
                op.run(
                    code("look", c -> during.add(limits(c.connection())))
                        .writes("t")
                        .needsNoUndo()));
    List<Revision> all = new ArrayList<>(List.of(WaitingTrial.revisions()));
    all.add(looks);
    try (Connection connection = trial.database().getConnection();
        Connection holder = trial.database().getConnection()) {
      String before = limits(connection);
      trial.hold(holder);
      Migrator failing = migrator(connection, all);
      assertThrows(StatementException.class, failing::upgrade);
      assertEquals(before, limits(connection), "after a failure");
      WaitingTrial.release(holder);
      migrator(connection, all).upgrade();
      assertEquals(before, limits(connection), "after the call");
      assertNotEquals(before, during.get(0), "in the call");
      requireShorterStays(connection, all, during);
    }
  }

  private String limits(Connection connection) throws SQLException {
    return WaitingTrial.read(connection, waits().limits());
  }

  private Migrator migrator(Connection connection, List<Revision> revisions) {
    return Migrator.on(connection)
        .revisions(revisions)
        .statementLockTimeout(waits().shortest())
        .statementLockLimit(waits().shortest())
        .build();
  }

  private void requireShorterStays(
      Connection connection, List<Revision> revisions, List<String> during) throws SQLException {
    if (waits().shorter().isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(waits().shorter().orElseThrow());
      }
      String shorter = limits(connection);
      Migrator migrator = migrator(connection, revisions);
      migrator.downgrade("r2");
      migrator.upgrade();
      assertEquals(shorter, during.get(1), "in the call");
      assertEquals(shorter, limits(connection), "after the call");
    }
  }

  /** What limits the waits costs two statements in a call that runs something, and else none. */
  @Test
  default void theLimitCostsTwoStatementsAtMost() {
    CountingDataSource limited = new CountingDataSource(emptyDatabase());
    CountingDataSource unlimited = new CountingDataSource(emptyDatabase());
    Migrator with = new WaitingTrial(waits(), limited).patient().build();
    Migrator without =
        Migrator.on(unlimited)
            .revisions(List.of(WaitingTrial.revisions()))
            .withoutStatementLockTimeout()
            .build();
    with.upgrade();
    without.upgrade();
    int more = limited.statements() - unlimited.statements();
    assertTrue(more <= 2 + waits().reads(), () -> more + " more: " + limited.sql());
    assertEquals(unlimited.connections(), limited.connections());
    assertEquals(unlimited.commits(), limited.commits());
    limited.reset();
    assertTrue(with.upgrade().isEmpty());
    assertEquals(1, limited.statements(), () -> limited.sql().toString());
  }
}
