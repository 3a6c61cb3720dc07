package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.report.RunException;
import dev.migrate.report.StatementException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs again after it waited for another session, and what does not. */
public interface WaitingRetryContract extends WaitingDatabase {

  /**
   * Raw SQL that declares nothing may have done something before it waited, so outside of a
   * transaction it is not repeated.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void rawSqlThatMayHaveDoneSomethingIsNotRepeated() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    Revision raw =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> op.execute(sql("UPDATE t SET id = 2 WHERE id = 1").needsNoUndo()));
    List<MigrationEvent> events = new ArrayList<>();
    try (Connection holder = trial.database().getConnection();
        Connection own = trial.database().getConnection()) {
      WaitingTrial.hold(holder, "UPDATE t SET id = 1 WHERE id = 1");
      try (Statement shorter = own.createStatement()) {
        shorter.execute(waits().shorter().orElseThrow());
      }
      Migrator migrator =
          Migrator.on(own)
              .revisions(WaitingTrial.revisions()[0], raw)
              .statementLockTimeout(trial.shortest())
              .statementLockLimit(trial.shortest().multipliedBy(3))
              .listener(events::add)
              .build();
      RunException failure = assertThrows(RunException.class, migrator::upgrade);
      boolean repeated = events.stream().anyMatch(StatementDelayed.class::isInstance);
      assertEquals(trial.isTransactional(), repeated, failure.getMessage());
      assertEquals(
          !repeated, String.valueOf(failure.getMessage()).contains("settle"), failure.getMessage());
    }
  }

  /**
   * A revision that failed because it waited too long is not in doubt: the next call goes on.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void oneChangeOfTheSchemaInRawSqlGoesOn() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    Revision raw =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> op.execute(sql("ALTER TABLE t ADD COLUMN c INTEGER").needsNoUndo()));
    List<MigrationEvent> events = new ArrayList<>();
    try (Connection holder = trial.database().getConnection()) {
      trial.hold(holder);
      Migrator migrator =
          trial
              .patient(WaitingTrial.revisions()[0], raw)
              .statementLockLimit(trial.shortest().multipliedBy(4))
              .listener(events::add)
              .build();
      assumeTrue(waits().undoesChanges(), "a change of the schema is not atomic");
      assertThrows(StatementException.class, migrator::upgrade);
      assertTrue(events.stream().anyMatch(StatementDelayed.class::isInstance));
      WaitingTrial.release(holder);
      migrator.upgrade();
    }
    assertEquals(List.of("1 null"), trial.rows("SELECT id, c FROM t"));
  }

  /**
   * Rows that another session has changed: code runs again as a whole, and its rows are there once.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void codeThatWaitedRunsAgainAsAWhole() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    int[] runs = {0};
    Revision writes =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op ->
                op.run(
                    code(
                            "write",
                            c -> {
                              runs[0]++;
                              try (Statement statement = c.connection().createStatement()) {
                                statement.execute("INSERT INTO seen (id) VALUES (1)");
                                statement.execute("UPDATE t SET id = 2 WHERE id = 1");
                              }
                            })
                        .writes("t")
                        .writes("seen")
                        .needsNoUndo()));
    try (Connection holder = trial.database().getConnection()) {
      WaitingTrial.hold(holder, "UPDATE t SET id = 1 WHERE id = 1");
      trial
          .patient(WaitingTrial.revisions()[0], writes)
          .listener(
              event -> {
                if (event instanceof StatementDelayed) {
                  WaitingTrial.release(holder);
                }
              })
          .build()
          .upgrade();
    }
    assertEquals(waits().isOnTheDatabase() ? 1 : 2, runs[0]);
    assertEquals(List.of("1"), trial.rows("SELECT id FROM seen"));
    assertEquals(List.of("2"), trial.rows("SELECT id FROM t"));
  }
}
