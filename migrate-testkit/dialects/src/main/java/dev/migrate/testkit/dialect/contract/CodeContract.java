package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.CodeBody;
import dev.migrate.operation.CodeContext;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.PooledConnection;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever somebody else's code does during a run, in a revision or as a listener: it ends in a
 * clear error, the history tells the truth, the connection is given back as it was, and the next
 * call goes on. A dialect's test implements this with a database.
 */
public interface CodeContract extends DatabaseContract {

  /** Inserts a row, and then does as told; a statement before it and one after it. */
  private static Revision revision(CodeBody then) {
    return Revision.of(
        Lineage.of("code").root(),
        op -> {
          op.createTable("t", column("n", integer()));
          op.run(
              code(
                      "insert and more",
                      context -> {
                        insert(context);
                        then.run(context);
                      })
                  .writes("t")
                  .needsNoUndo());
          op.addColumn("t", column("m", integer()));
        });
  }

  private static void insert(CodeContext context) throws SQLException {
    try (Statement statement = context.connection().createStatement()) {
      statement.executeUpdate("INSERT INTO t (n) VALUES (1)");
    }
  }

  /** What code must not do, and what can happen to it. */
  @TestFactory
  default Stream<DynamicTest> codeThatFailsIsRolledBackAndRunsAgain() {
    Map<String, CodeBody> bodies = new LinkedHashMap<>();
    bodies.put("throws", context -> fail());
    bodies.put(
        "throws unchecked",
        context -> {
          throw new IllegalStateException("on purpose");
        });
    bodies.put("commits", context -> context.connection().commit());
    bodies.put("rolls back", context -> context.connection().rollback());
    bodies.put("closes the connection", context -> context.connection().close());
    bodies.put("leaves the transaction", context -> context.connection().setAutoCommit(true));
    bodies.put("makes it read-only", context -> context.connection().setReadOnly(true));
    bodies.put(
        "sets the isolation",
        context ->
            context.connection().setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
    bodies.put(
        "is interrupted",
        context -> {
          throw new InterruptedException("on purpose");
        });
    return bodies.entrySet().stream()
        .map(
            body ->
                dynamicTest(
                    body.getKey(),
                    () -> {
                      PooledConnection pool = new PooledConnection(emptyDatabase());
                      TestDatabase probe = new TestDatabase(pool);
                      Migrator migrator = probe.migrator(revision(body.getValue()));
                      StatementException failure =
                          assertThrows(StatementException.class, migrator::upgrade);
                      assertEquals(body.getKey().equals("is interrupted"), Thread.interrupted());
                      assertEquals(2, failure.statement());
                      pool.requireAsItWas();
                      requireGoesOn(probe);
                    }));
  }

  private static void fail() throws IOException {
    throw new IOException("on purpose");
  }

  private static void requireGoesOn(TestDatabase probe) throws SQLException {
    Migrator migrator = probe.migrator(revision(context -> {}));
    assertEquals("[code]", migrator.upgrade().revisions().toString());
    assertTrue(migrator.upgrade().isEmpty());
    assertEquals(List.of("1"), probe.query("SELECT n FROM t"), "the code ran once");
  }

  /**
   * An error of the virtual machine is not wrapped, and rolls back all the same.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void anErrorInCodeIsRolledBackAndPassedOn() throws SQLException {
    PooledConnection pool = new PooledConnection(emptyDatabase());
    TestDatabase probe = new TestDatabase(pool);
    AssertionError error = new AssertionError("on purpose");
    Revision revision =
        revision(
            context -> {
              throw error;
            });
    assertSame(error, assertThrows(AssertionError.class, () -> probe.migrator(revision).upgrade()));
    pool.requireAsItWas();
    requireGoesOn(probe);
  }

  /**
   * Code that failed and is gone from the revision does not have to run.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void codeThatFailsCanBeTakenOut() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    assertThrows(
        StatementException.class, () -> probe.migrator(revision(context -> fail())).upgrade());
    Revision without =
        Revision.of(Lineage.of("code").root(), op -> op.createTable("t", column("n", integer())));
    probe.migrator(without).upgrade();
    assertEquals("[x] code", probe.states(without));
    assertEquals(List.of(), probe.query("SELECT n FROM t"));
  }

  /**
   * A listener that throws at any event stops the run there; the next call goes on, and nothing is
   * in doubt, even of a statement of which nothing is known.
   *
   * @return a test for each event
   */
  @TestFactory
  default Stream<DynamicTest> aListenerThatThrowsStopsTheRun() {
    Revision opaque =
        Revision.of(
            Lineage.of("code").root(),
            op -> {
              op.createTable("t", column("n", integer()));
              op.execute(sql("INSERT INTO t (n) VALUES (1)").needsNoUndo());
              op.addColumn("t", column("m", integer()));
            });
    return Stream.of(1, 2, 3, 4, 5)
        .map(
            number ->
                dynamicTest(
                    "at event " + number,
                    () -> {
                      PooledConnection pool = new PooledConnection(emptyDatabase());
                      TestDatabase probe = new TestDatabase(pool);
                      int[] events = {0};
                      IllegalStateException thrown = new IllegalStateException("on purpose");
                      MigrationListener listener =
                          event -> {
                            events[0]++;
                            if (events[0] == number) {
                              throw thrown;
                            }
                          };
                      Migrator stopped = probe.on(opaque).listener(listener).build();
                      assertSame(thrown, assertThrows(RuntimeException.class, stopped::upgrade));
                      pool.requireAsItWas();
                      probe.migrator(opaque).upgrade();
                      assertEquals("[x] code", probe.states(opaque));
                      assertEquals(List.of("1"), probe.query("SELECT n FROM t"));
                      probe.execute("UPDATE t SET m = 1");
                    }));
  }

  /**
   * A pool's connection is given back as it was, whatever happened.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aConnectionIsGivenBackAsItWas() throws SQLException {
    PooledConnection pool = new PooledConnection(emptyDatabase());
    Migrator migrator = new TestDatabase(pool).migrator(revision(context -> {}));
    migrator.upgradeScript();
    pool.requireAsItWas();
    migrator.upgrade();
    pool.requireAsItWas();
    migrator.upgrade();
    pool.requireAsItWas();
    migrator.history();
    pool.requireAsItWas();
    assertThrows(RuntimeException.class, () -> migrator.upgrade("nonsense"));
    pool.requireAsItWas();
    migrator.restamp("heads");
    pool.requireAsItWas();
    migrator.downgrade("base");
    pool.requireAsItWas();
    assertThrows(SchemaMismatchException.class, () -> migrator.stamp("heads"));
    pool.requireAsItWas();
    migrator.stampAccepting("the table comes later", "heads");
    pool.requireAsItWas();
    Revision broken =
        Revision.of(
            Lineage.of("broken").after("code"),
            op -> op.execute(sql("this is not SQL").writes("t").needsNoUndo()));
    assertThrows(
        StatementException.class,
        () -> new TestDatabase(pool).migrator(revision(context -> {}), broken).upgrade());
    pool.requireAsItWas();
    assertFalse(pool.isInUse());
  }
}
