package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.report.RunException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A busy table: a migration waits politely for other sessions, leaves nothing half done, and says
 * who is in the way. A dialect's test implements this with a database that several connections
 * reach.
 */
public interface WaitingContract extends DatabaseContract {

  /** For how many milliseconds a table is held. */
  long HELD = 1_000L * Integer.getInteger("migrate.test.waiting", 2);

  /** What a test allows for a busy machine. */
  long SLACK = 1_500;

  /** What is special to a database. */
  interface Waits {

    /** What a transaction does to keep a change of table {@code t} waiting. */
    default String holding() {
      return "SELECT * FROM t";
    }

    /** Whether a lock is on the whole database, so that a revision waits before anything else. */
    default boolean isOnTheDatabase() {
      return false;
    }

    /** Whether a change of the schema that timed out surely did nothing. */
    default boolean undoesChanges() {
      return true;
    }

    /** The shortest time that a session can wait. */
    default Duration shortest() {
      return Duration.ofMillis(300);
    }

    /** A query for the limits of the session, as one text. */
    String limits();

    /** A statement that gives the session shorter limits than {@link #shortest}; if it can. */
    Optional<String> shorter();

    /** How many statements ask for limits that are then set by another one. */
    default int reads() {
      return 0;
    }

    /** A query for what messages call the session. */
    Optional<String> session();

    /** The database for a user who may change it and sees other sessions. */
    default DataSource withRights(DataSource database) {
      return database;
    }

    /** Whether everybody may see that a session is there, if not what it does. */
    default boolean namesForAll() {
      return false;
    }

    /** The database for a user who may change it and sees no other sessions, if there is one. */
    default Optional<DataSource> withoutRights(DataSource database) {
      return Optional.empty();
    }
  }

  /** What is special to this database. */
  Waits waits();

  /** Rows of {@code seen} are counted: the revision adds one. */
  private static Revision[] revisions() {
    return new Revision[] {
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createTable("t", column("id", integer()), primaryKey("id"));
            op.createTable("seen", column("id", integer()));
            op.insert("t", columns("id"), row(1));
          }),
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> {
            op.insert("seen", columns("id"), row(1));
            op.addColumn("t", column("c", integer()).defaultTo(7));
            op.insert("seen", columns("id"), row(2));
          })
    };
  }

  private MigratorBuilder patient(DataSource database) {
    return Migrator.on(database).revisions(List.of(revisions())).statementLockTimeout(shortest());
  }

  private MigratorBuilder impatient(DataSource database) {
    return patient(database).statementLockLimit(shortest());
  }

  private Duration shortest() {
    return waits().shortest();
  }

  private DataSource prepared() {
    DataSource database = waits().withRights(emptyDatabase());
    patient(database).build().upgrade("r1");
    return database;
  }

  private void hold(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(waits().holding());
    }
  }

  private static String read(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private void requireDone(DataSource database) {
    assertEquals(List.of("1", "2"), rows(database, "SELECT id FROM seen ORDER BY id"));
    assertEquals(List.of("1 7"), rows(database, "SELECT id, c FROM t ORDER BY id"));
    assertEquals("[x] r1, [x] r2", new TestDatabase(database).states(revisions()));
  }

  /** The longest time that readers had to wait, as milliseconds, until the work has ended. */
  private static long longestRead(DataSource database, CompletableFuture<?> work) throws Exception {
    long longest = 0;
    while (!work.isDone()) {
      long begin = System.nanoTime();
      try (Connection connection = database.getConnection()) {
        read(connection, "SELECT COUNT(*) FROM t");
      }
      longest = Math.max(longest, millisSince(begin));
      Thread.sleep(20);
    }
    return longest;
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  /**
   * Others wait for one attempt at most, the upgrade ends right after the session that is in its
   * way, and listeners learn of each statement once.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void anUpgradeBehindAnotherSessionEndsRightAfterIt() throws Exception {
    DataSource database = prepared();
    List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());
    Migrator migrator = patient(database).listener(events::add).build();
    CompletableFuture<Long> ended;
    long released;
    long longest;
    try (Connection holder = database.getConnection()) {
      hold(holder);
      ended =
          CompletableFuture.supplyAsync(
              () -> {
                migrator.upgrade();
                return System.nanoTime();
              });
      CompletableFuture<Void> held =
          CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(HELD, TimeUnit.MILLISECONDS));
      longest = longestRead(database, held);
      assertFalse(ended.isDone(), "nobody was in the way");
      holder.rollback();
      released = System.nanoTime();
      holder.setAutoCommit(true);
    }
    longest = Math.max(longest, longestRead(database, ended));
    long after = TimeUnit.NANOSECONDS.toMillis(ended.get() - released);
    assertTrue(longest <= shortest().toMillis() + SLACK, longest + " ms for a reader");
    assertTrue(after <= shortest().toMillis() + SLACK, after + " ms after the other session");
    assertTrue(events.stream().anyMatch(StatementDelayed.class::isInstance), events.toString());
    List<Object> others =
        events.stream()
            .filter(event -> !(event instanceof StatementDelayed))
            .map(this::brief)
            .toList();
    assertEquals(others.stream().distinct().toList(), others);
    requireDone(database);
  }

  private Object brief(MigrationEvent event) {
    return event instanceof MigrationEvent.StatementExecuted executed
        ? List.of(executed.step().id(), executed.number())
        : event.getClass();
  }

  /**
   * While it pauses, a revision that is one transaction holds nothing, and nothing of it is seen.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void noHalfOfARevisionIsThereWhileItPauses() throws Exception {
    DataSource database = prepared();
    List<List<String>> seen = new ArrayList<>();
    try (Connection holder = database.getConnection()) {
      hold(holder);
      patient(database)
          .listener(
              event -> {
                if (event instanceof StatementDelayed) {
                  seen.add(rows(database, "SELECT id FROM seen"));
                  release(holder);
                  execute(database, "INSERT INTO seen (id) VALUES (3)");
                  execute(database, "DELETE FROM seen WHERE id = 3");
                }
              })
          .build()
          .upgrade();
    }
    List<String> before = transactional(database) ? List.of() : List.of("1");
    assertEquals(List.of(before), seen);
    requireDone(database);
  }

  private static void release(Connection holder) {
    try {
      holder.rollback();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static boolean transactional(DataSource database) throws SQLException {
    return new TestDatabase(database).dialect().capabilities().transactionalDdl();
  }

  /**
   * The failure names the session in the way, and the next call goes on.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void whoWaitsTooLongIsToldForWhom() throws Exception {
    DataSource database = prepared();
    try (Connection holder = database.getConnection()) {
      Optional<String> name = name(holder);
      hold(holder);
      StatementException failure =
          assertThrows(StatementException.class, impatient(database).build()::upgrade);
      String message = String.valueOf(failure.getMessage());
      assertTrue(message.contains("did not get its locks at statement "), message);
      assertTrue(message.contains("statementLockLimit(…)"), message);
      assertTrue(message.contains(name.orElse("not known")), message);
      assertEquals("r2", failure.revision().value());
      release(holder);
      List<String> left = transactional(database) ? List.of() : List.of("1");
      assertEquals(left, rows(database, "SELECT id FROM seen"));
    }
    assertFalse(impatient(database).build().upgrade().isEmpty());
    requireDone(database);
  }

  private Optional<String> name(Connection holder) throws SQLException {
    Optional<String> query = waits().session();
    return query.isPresent() ? Optional.of(read(holder, query.orElseThrow())) : Optional.empty();
  }

  /**
   * Who may not see other sessions is told none, and that does not fail on its own.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void withoutRightsNobodyIsNamed() throws Exception {
    DataSource database = emptyDatabase();
    Optional<DataSource> limited = waits().withoutRights(database);
    assumeTrue(limited.isPresent(), "every user sees all there is to see");
    patient(limited.orElseThrow()).build().upgrade("r1");
    try (Connection holder = database.getConnection()) {
      hold(holder);
      Migrator migrator = impatient(limited.orElseThrow()).build();
      StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
      String message = String.valueOf(failure.getMessage());
      assertTrue(message.contains("did not get its locks"), message);
      assertFalse(message.contains("query: "), message);
      assertEquals(waits().namesForAll(), !message.contains("not known"), message);
    }
    impatient(limited.orElseThrow()).build().upgrade();
    requireDone(limited.orElseThrow());
  }

  /**
   * A call inside the caller's own transaction waits for itself, and says so.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void aCallThatWaitsForItsOwnCallerSaysSo() throws Exception {
    DataSource database = prepared();
    try (Connection caller = database.getConnection()) {
      hold(caller);
      Migrator migrator = impatient(database).build();
      StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
      String message = String.valueOf(failure.getMessage());
      assertEquals(waits().session().isPresent(), message.contains("waits for itself"), message);
    }
  }

  /**
   * The session has its own limits again, whatever became of the call; a shorter one stays.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void theSessionHasItsOwnLimitsAgain() throws Exception {
    DataSource database = prepared();
    List<String> during = new ArrayList<>();
    Revision looks =
        Revision.of(
            Lineage.of("r3").after("r2"),
            op ->
                op.run(
                    code("look", c -> during.add(read(c.connection(), waits().limits())))
                        .writes("t")
                        .needsNoUndo()));
    List<Revision> all = new ArrayList<>(List.of(revisions()));
    all.add(looks);
    try (Connection connection = database.getConnection();
        Connection holder = database.getConnection()) {
      String before = read(connection, waits().limits());
      hold(holder);
      Migrator failing = migrator(connection, all);
      assertThrows(StatementException.class, failing::upgrade);
      assertEquals(before, read(connection, waits().limits()), "after a failure");
      release(holder);
      migrator(connection, all).upgrade();
      assertEquals(before, read(connection, waits().limits()), "after the call");
      assertNotEquals(before, during.get(0), "in the call");
      requireShorterStays(connection, all, during);
    }
  }

  private Migrator migrator(Connection connection, List<Revision> revisions) {
    return Migrator.on(connection)
        .revisions(revisions)
        .statementLockTimeout(shortest())
        .statementLockLimit(shortest())
        .build();
  }

  private void requireShorterStays(
      Connection connection, List<Revision> revisions, List<String> during) throws SQLException {
    if (waits().shorter().isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(waits().shorter().orElseThrow());
      }
      String shorter = read(connection, waits().limits());
      Migrator migrator = migrator(connection, revisions);
      migrator.downgrade("r2");
      migrator.upgrade();
      assertEquals(shorter, during.get(1), "in the call");
      assertEquals(shorter, read(connection, waits().limits()), "after the call");
    }
  }

  /** What limits the waits costs two statements in a call that runs something, and else none. */
  @Test
  default void theLimitCostsTwoStatementsAtMost() {
    CountingDataSource limited = new CountingDataSource(emptyDatabase());
    CountingDataSource unlimited = new CountingDataSource(emptyDatabase());
    Migrator with = patient(limited).build();
    Migrator without =
        Migrator.on(unlimited)
            .revisions(List.of(revisions()))
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

  /**
   * Raw SQL that declares nothing may have done something before it waited, so outside of a
   * transaction it is not repeated.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void rawSqlThatMayHaveDoneSomethingIsNotRepeated() throws Exception {
    DataSource database = prepared();
    Revision raw =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> op.execute(sql("UPDATE t SET id = 2 WHERE id = 1").needsNoUndo()));
    List<MigrationEvent> events = new ArrayList<>();
    try (Connection holder = database.getConnection();
        Connection own = database.getConnection()) {
      holder.setAutoCommit(false);
      try (Statement update = holder.createStatement();
          Statement shorter = own.createStatement()) {
        update.execute("UPDATE t SET id = 1 WHERE id = 1");
        shorter.execute(waits().shorter().orElseThrow());
      }
      Migrator migrator =
          Migrator.on(own)
              .revisions(revisions()[0], raw)
              .statementLockTimeout(shortest())
              .statementLockLimit(shortest().multipliedBy(3))
              .listener(events::add)
              .build();
      RunException failure = assertThrows(RunException.class, migrator::upgrade);
      boolean repeated = events.stream().anyMatch(StatementDelayed.class::isInstance);
      assertEquals(transactional(database), repeated, failure.getMessage());
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
    DataSource database = prepared();
    Revision raw =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> op.execute(sql("ALTER TABLE t ADD COLUMN c INTEGER").needsNoUndo()));
    List<MigrationEvent> events = new ArrayList<>();
    try (Connection holder = database.getConnection()) {
      hold(holder);
      Migrator migrator =
          Migrator.on(database)
              .revisions(revisions()[0], raw)
              .statementLockTimeout(shortest())
              .statementLockLimit(shortest().multipliedBy(4))
              .listener(events::add)
              .build();
      assumeTrue(waits().undoesChanges(), "a change of the schema is not atomic");
      assertThrows(StatementException.class, migrator::upgrade);
      assertTrue(events.stream().anyMatch(StatementDelayed.class::isInstance));
      release(holder);
      migrator.upgrade();
    }
    assertEquals(List.of("1 null"), rows(database, "SELECT id, c FROM t"));
  }

  /**
   * Rows that another session has changed: code runs again as a whole, and its rows are there once.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void codeThatWaitedRunsAgainAsAWhole() throws Exception {
    DataSource database = prepared();
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
    try (Connection holder = database.getConnection()) {
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        statement.execute("UPDATE t SET id = 1 WHERE id = 1");
      }
      Migrator.on(database)
          .revisions(revisions()[0], writes)
          .statementLockTimeout(shortest())
          .listener(
              event -> {
                if (event instanceof StatementDelayed) {
                  release(holder);
                }
              })
          .build()
          .upgrade();
    }
    assertEquals(waits().isOnTheDatabase() ? 1 : 2, runs[0]);
    assertEquals(List.of("1"), rows(database, "SELECT id FROM seen"));
    assertEquals(List.of("2"), rows(database, "SELECT id FROM t"));
  }
}
