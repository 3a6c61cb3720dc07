package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.CodeBody;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.Settlement;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.PooledConnection;
import dev.migrate.testkit.dialect.jdbc.TransactionAwareDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What raw SQL and code do to their session: it is as before for the next revision and for whoever
 * gets the connection next, and a transaction that they end is reported as what it is. A dialect's
 * test implements this with a database.
 */
public interface SessionContract extends DatabaseContract {

  /** A table for the revisions after it. */
  Revision TABLE =
      Revision.of(Lineage.of("table").root(), op -> op.createTable("t", column("n", integer())));

  /**
   * Something that raw SQL can set for its session.
   *
   * @param set what sets it
   * @param query what reads it, as one text
   * @param inCode whether it is also restored after code, whose SQL nobody sees
   */
  record Setting(String set, String query, boolean inCode) {

    /**
     * Something that is restored after SQL and code.
     *
     * @param set what sets it
     * @param query what reads it, as one text
     */
    public Setting(String set, String query) {
      this(set, query, true);
    }
  }

  /** What raw SQL can set, of every kind that the database has. */
  List<Setting> settings();

  private static Revision after(String parent, String id, Consumer<Operations> operations) {
    return Revision.of(Lineage.of(id).after(parent), operations);
  }

  private static Revision running(String id, CodeBody body) {
    return after("table", id, op -> op.run(code(id, body).writes("t").needsNoUndo()));
  }

  private static CodeBody statements(String... statements) {
    return context -> {
      try (Statement statement = context.connection().createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    };
  }

  private static String read(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "nothing";
    }
  }

  /**
   * What raw SQL sets is gone for the next revision and after the call, also if the revision failed
   * and if code has set it.
   *
   * @return a test for each setting
   */
  @TestFactory
  default Stream<DynamicTest> whatARevisionSetsEndsWithIt() {
    return settings().stream()
        .flatMap(
            setting ->
                Stream.of(true, false)
                    .filter(raw -> raw || setting.inCode())
                    .map(
                        raw ->
                            dynamicTest(
                                setting.set() + (raw ? " in SQL" : " in code"),
                                () -> requireRestored(setting, raw))));
  }

  /** A revision may need settings of its own: what it sees before is what it sees afterwards. */
  private void requireRestored(Setting setting, boolean raw) throws SQLException {
    try (Connection connection = emptyDatabase().getConnection()) {
      String before = read(connection, setting.query());
      List<String> seen = new ArrayList<>();
      CodeBody look = c -> seen.add(read(c.connection(), setting.query()));
      Revision looks = running("looks", look);
      Revision sets =
          raw
              ? after("looks", "sets", op -> op.execute(sql(setting.set()).needsNoUndo()))
              : after(
                  "looks",
                  "sets",
                  op -> op.run(code("set", statements(setting.set())).writes("t").needsNoUndo()));
      Revision next =
          after("sets", "next", op -> op.run(code("look", look).writes("t").needsNoUndo()));
      Revision fails =
          after(
              "next",
              "fails",
              op -> {
                op.execute(sql(setting.set()).needsNoUndo());
                op.execute(sql("this is not SQL").needsNoUndo());
              });
      Migrator.on(connection).revisions(TABLE, looks, sets, next).build().upgrade();
      assertEquals(seen.get(0), seen.get(1), "in the next revision");
      assertEquals(before, read(connection, setting.query()), "after the call");
      Migrator failing = Migrator.on(connection).revisions(TABLE, looks, sets, next, fails).build();
      assertThrows(StatementException.class, failing::upgrade);
      assertEquals(before, read(connection, setting.query()), "after a failure");
      assertTrue(connection.getAutoCommit());
    }
  }

  /**
   * Code that commits by SQL is noticed, and what it did is not done again.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aCommitHiddenInCodeIsReportedAndNotRepeated() throws SQLException {
    PooledConnection pool = new PooledConnection(emptyDatabase());
    TestDatabase probe = new TestDatabase(pool);
    Revision commits = running("commits", statements("INSERT INTO t (n) VALUES (1)", "COMMIT"));
    Migrator migrator = probe.migrator(TABLE, commits);
    StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
    String text = String.valueOf(failure.getMessage());
    assertTrue(text.contains("revision commits ended its transaction at statement 1 of 1"), text);
    assertTrue(text.contains("what this one did before is committed"), text);
    assertTrue(text.contains("recorded as going up at statement 1"), text);
    assertFalse(text.contains("it was rolled back"), text);
    pool.requireAsItWas();
    assertThrows(InDoubtException.class, migrator::upgrade);
    assertThrows(InDoubtException.class, migrator::upgrade);
    assertEquals(List.of("1"), probe.query("SELECT n FROM t"));
    pool.requireAsItWas();
    migrator.settle(RevisionId.of("commits"), Settlement.EXECUTED);
    migrator.upgrade();
    assertEquals("[x] table, [x] commits", probe.states(TABLE, commits));
    assertEquals(List.of("1"), probe.query("SELECT n FROM t"));
    pool.requireAsItWas();
  }

  /**
   * Code that rolls back by SQL is noticed: the rows before it are lost, and it is not done.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRollbackHiddenInCodeIsReported() throws SQLException {
    PooledConnection pool = new PooledConnection(emptyDatabase());
    TestDatabase probe = new TestDatabase(pool);
    String insert = "INSERT INTO t (n) VALUES (1)";
    Revision wrong = running("rolls_back", statements(insert, "ROLLBACK"));
    Migrator migrator = probe.migrator(TABLE, wrong);
    StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
    String text = String.valueOf(failure.getMessage());
    assertTrue(text.contains("what this one did before is lost"), text);
    pool.requireAsItWas();
    assertEquals(List.of(), probe.query("SELECT n FROM t"));
    pool.requireAsItWas();
    migrator.settle(RevisionId.of("rolls_back"), Settlement.NOT_EXECUTED);
    Revision corrected = running("rolls_back", statements(insert));
    probe.migrator(TABLE, corrected).upgrade();
    assertEquals(List.of("1"), probe.query("SELECT n FROM t"));
    pool.requireAsItWas();
    assertEquals("[x] table, [x] rolls_back", probe.states(TABLE, corrected));
    pool.requireAsItWas();
  }

  /**
   * Code that commits, and then fails, has committed.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aCommitBeforeAFailureIsReported() throws SQLException {
    PooledConnection pool = new PooledConnection(emptyDatabase());
    TestDatabase probe = new TestDatabase(pool);
    Revision fails =
        running("fails", statements("INSERT INTO t (n) VALUES (1)", "COMMIT", "this is not SQL"));
    Migrator migrator = probe.migrator(TABLE, fails);
    StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
    String text = String.valueOf(failure.getMessage());
    assertTrue(text.contains("what this one did before is committed"), text);
    assertThrows(InDoubtException.class, migrator::upgrade);
    assertEquals(List.of("1"), probe.query("SELECT n FROM t"));
    pool.requireAsItWas();
  }

  /**
   * The downgrade of a revision is watched as well.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aCommitHiddenInADowngradeIsReported() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    Revision revision =
        after(
            "table",
            "down",
            op ->
                op.run(
                    code("down", statements())
                        .writes("t")
                        .undoneBy(statements("INSERT INTO t (n) VALUES (1)", "COMMIT"))));
    Migrator migrator = probe.migrator(TABLE, revision);
    migrator.upgrade();
    StatementException failure =
        assertThrows(StatementException.class, () -> migrator.downgrade("table"));
    String text = String.valueOf(failure.getMessage());
    assertTrue(text.contains("at statement 1 of 1 of its downgrade"), text);
    assertTrue(text.contains("recorded as going down at statement 1"), text);
    migrator.settle(RevisionId.of("down"), Settlement.EXECUTED);
    migrator.downgrade("table");
    assertEquals("[x] table, [ ] down", probe.states(TABLE, revision));
    assertEquals(List.of("1"), probe.query("SELECT n FROM t"));
  }

  /**
   * A data source that takes part in a transaction of its caller is refused inside of one, and the
   * transaction goes on; a pool whose connections have auto-commit off is not.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aTransactionOfTheCallerIsRefusedAndGoesOn() throws SQLException {
    TransactionAwareDataSource database = new TransactionAwareDataSource(emptyDatabase());
    TestDatabase probe = new TestDatabase(database);
    probe.migrator(TABLE).upgrade();
    Revision next = after("table", "next", op -> op.createTable("u", column("n", integer())));
    for (String work : List.of("INSERT INTO t (n) VALUES (1)", "SELECT n FROM t")) {
      for (Migrator migrator : List.of(probe.migrator(TABLE), probe.migrator(TABLE, next))) {
        database.begin();
        try (Connection connection = database.getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute(work);
          if (work.startsWith("SELECT") && !readsOpenATransaction()) {
            continue;
          }
          DatabaseException refused = assertThrows(DatabaseException.class, migrator::upgrade);
          assertTrue(
              String.valueOf(refused.getMessage()).contains("inside a transaction"),
              refused.getMessage());
          statement.execute("INSERT INTO t (n) VALUES (2)");
        } finally {
          database.rollBack();
        }
        assertEquals(List.of(), probe.query("SELECT n FROM t"), "nothing was committed");
      }
    }
    probe.migrator(TABLE, next).upgrade();
    assertEquals("[x] table, [x] next", probe.states(TABLE, next));
  }

  /**
   * A transaction that SQL began, of which the driver knows nothing, is refused too.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aTransactionThatSqlBeganIsRefusedAndGoesOn() throws SQLException {
    try (Connection connection = emptyDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      Migrator.on(connection).revisions(TABLE).build().upgrade();
      statement.execute("BEGIN");
      statement.execute("INSERT INTO t (n) VALUES (1)");
      Revision next = after("table", "next", op -> op.createTable("u", column("n", integer())));
      Migrator migrator = Migrator.on(connection).revisions(TABLE, next).build();
      DatabaseException refused = assertThrows(DatabaseException.class, migrator::upgrade);
      assertTrue(
          String.valueOf(refused.getMessage()).contains("inside a transaction"),
          refused.getMessage());
      statement.execute("ROLLBACK");
      assertEquals("0", read(connection, "SELECT COUNT(*) FROM t"));
    }
  }

  /**
   * Whether a transaction that has only read is one to the database.
   *
   * @return true unless overridden
   */
  default boolean readsOpenATransaction() {
    return true;
  }
}
