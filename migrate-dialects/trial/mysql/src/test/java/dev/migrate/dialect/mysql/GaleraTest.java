package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.LockException;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.Outcome;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import dev.migrate.testkit.dialect.jdbc.CutOffDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import dev.migrate.testkit.dialect.jdbc.ForwardingDataSource;
import dev.migrate.testkit.dialect.jdbc.Lent;
import dev.migrate.testkit.dialect.process.ProcessTrial;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Migrators on three nodes of a Galera cluster, where named locks are known to one node alone and a
 * lease is taken without being asked for. {@code -Dmigrate.test.galera=100} tries more rounds.
 */
class GaleraTest {

  private static final Duration LEASE = Duration.ofSeconds(2);

  private static @Nullable GaleraCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    cluster = GaleraCluster.start();
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static List<TestDatabase> nodes() throws SQLException {
    GaleraCluster running = cluster;
    assertTrue(running != null);
    return running.emptyDatabase().stream().map(TestDatabase::new).toList();
  }

  /** What runs twice fails, or leaves two rows. */
  private static Revision[] revisions() {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(
        Revision.of(Lineage.of("r0").root(), op -> op.createTable("t", column("n", integer()))));
    for (int number = 1; number < 4; number++) {
      String insert = "INSERT INTO t (n) VALUES (" + number + ")";
      String column = "c" + number;
      revisions.add(
          Revision.of(
              Lineage.of("r" + number).after("r" + (number - 1)),
              op -> {
                op.addColumn("t", column(column, integer()));
                op.run(
                    code(
                            "insert " + column,
                            context -> {
                              try (Statement statement = context.connection().createStatement()) {
                                statement.execute(insert);
                              }
                            })
                        .writes("t")
                        .needsNoUndo());
              }));
    }
    return revisions.toArray(new Revision[0]);
  }

  /** On every node, which sees what was committed on another one before. */
  private static void requireOnce(List<TestDatabase> nodes) throws SQLException {
    for (TestDatabase node : nodes) {
      try (Connection connection = node.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SET SESSION wsrep_sync_wait = 1");
        try (ResultSet rows =
            statement.executeQuery("SELECT GROUP_CONCAT(n ORDER BY n SEPARATOR ' ') FROM t")) {
          rows.next();
          assertEquals("1 2 3", rows.getString(1), "rows of t");
        }
      }
      assertEquals("[x] r0, [x] r1, [x] r2, [x] r3", node.states(revisions()));
      assertTrue(node.migrator(revisions()).drift().isEmpty());
    }
  }

  private static MigrationListener whenStarted(String revision, Runnable action) {
    return event -> {
      if (event instanceof MigrationEvent.RevisionStarted started
          && started.step().id().value().equals(revision)) {
        action.run();
      }
    };
  }

  @Test
  void processesOnThreeNodesRunEveryRevisionOnceThoughOneIsKilled() throws Exception {
    try (ProcessTrial trial = new ProcessTrial(6, 1, Optional.of(LEASE))) {
      for (int round = 0; round < Integer.getInteger("migrate.test.galera", 2); round++) {
        List<UrlDataSource> nodes = new ArrayList<>();
        for (TestDatabase node : nodes()) {
          nodes.add(node.dataSource().unwrap(UrlDataSource.class));
        }
        trial.roundWithAKill(nodes);
      }
    }
  }

  /** The fact for which there are leases: three sessions hold the same lock, one on each node. */
  @Test
  void namedLocksAreKnownToOneNodeAlone() throws SQLException {
    List<Connection> holders = new ArrayList<>();
    for (TestDatabase node : nodes()) {
      Connection connection = node.dataSource().getConnection();
      holders.add(connection);
      try (Statement statement = connection.createStatement();
          ResultSet taken = statement.executeQuery("SELECT GET_LOCK('migrate', 0)")) {
        taken.next();
        assertEquals(1, taken.getInt(1));
      }
    }
    for (Connection holder : holders) {
      holder.close();
    }
  }

  /** Two migrators on each node at once, round for round on a new database. */
  @Test
  void eachRevisionRunsOnce() throws Exception {
    int rounds = Integer.getInteger("migrate.test.galera", 4);
    for (int round = 0; round < rounds; round++) {
      List<TestDatabase> nodes = nodes();
      ExecutorService pool = Executors.newFixedThreadPool(6);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (int thread = 0; thread < 6; thread++) {
        Migrator migrator = nodes.get(thread % 3).migrator(revisions());
        outcomes.add(
            pool.submit(
                () -> {
                  start.await();
                  return migrator.upgrade();
                }));
      }
      start.countDown();
      int run = 0;
      for (Future<Outcome> outcome : outcomes) {
        run += outcome.get(60, TimeUnit.SECONDS).revisions().size();
      }
      pool.shutdown();
      assertEquals(4, run, "revisions in round " + round);
      requireOnce(nodes);
    }
  }

  /** A holder that was killed on one node is succeeded on another when its lease has ended. */
  @Test
  void aKilledHolderIsSucceededOnAnotherNode() throws SQLException {
    List<TestDatabase> nodes = nodes();
    FailingDataSource dying = new FailingDataSource(nodes.get(0).dataSource());
    dying.dieAt("ADD COLUMN c2", Moment.AFTER);
    TestDatabase first = new TestDatabase(dying);
    assertThrows(Killed.class, () -> first.on(revisions()).lease(LEASE).build().upgrade());
    LockException refused =
        assertThrows(
            LockException.class,
            () -> nodes.get(1).on(revisions()).lockTimeout(Duration.ZERO).build().upgrade());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("statement 1 of revision r2"), message);
    assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
    long begin = System.nanoTime();
    nodes.get(2).on(revisions()).lease(LEASE).build().upgrade();
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    assertTrue(waited < LEASE.toMillis() + 4_000, () -> "waited for " + waited + " ms");
    requireOnce(nodes);
  }

  /** A process that pauses for longer than its lease finds another one's work, and stops. */
  @Test
  void aPausedProcessStops() throws SQLException {
    List<TestDatabase> nodes = nodes();
    Migrator next = nodes.get(1).on(revisions()).lease(LEASE).build();
    CutOffDataSource cut = new CutOffDataSource(nodes.get(0).dataSource());
    Migrator zombie =
        new TestDatabase(cut)
            .on(revisions())
            .lease(LEASE)
            .listener(
                whenStarted(
                    "r2",
                    () -> {
                      cut.cut();
                      next.upgrade();
                    }))
            .build();
    assertThrows(LockException.class, zombie::upgrade);
    requireOnce(nodes);
  }

  /**
   * Code that outlives the lease cannot commit: the transaction has passed the fence, which the new
   * holder's transaction changed on another node.
   */
  @Test
  void aTransactionThatOutlivesTheLeaseIsNotCommitted() throws SQLException {
    List<TestDatabase> nodes = nodes();
    CutOffDataSource cut = new CutOffDataSource(nodes.get(0).dataSource());
    List<Migrator> others = new ArrayList<>();
    Revision[] revisions = {
      Revision.of(Lineage.of("a").root(), op -> op.createTable("t", column("n", integer()))),
      Revision.of(
          Lineage.of("b").after("a"),
          op ->
              op.run(
                  code(
                          "outlive the lease",
                          context -> {
                            try (Statement statement = context.connection().createStatement()) {
                              statement.execute("INSERT INTO t (n) VALUES (1)");
                            }
                            if (!others.isEmpty()) {
                              cut.cut();
                              others.remove(0).upgrade();
                            }
                          })
                      .writes("t")
                      .needsNoUndo()))
    };
    others.add(nodes.get(1).on(revisions).lease(LEASE).build());
    Migrator zombie = new TestDatabase(cut).on(revisions).lease(LEASE).build();
    assertThrows(MigrateException.class, zombie::upgrade);
    for (TestDatabase node : nodes) {
      assertEquals("[x] a, [x] b", node.states(revisions));
      assertEquals(List.of("1"), node.query("SELECT n FROM t"));
    }
  }

  /**
   * A write to the history has passed the fence on one node when the lease is taken over on another
   * one: the take-over was committed first, so the write is not.
   */
  @Test
  void aWriteThatIsOvertakenIsNotCommitted() throws SQLException {
    List<TestDatabase> nodes = nodes();
    FailingDataSource overtaken = new FailingDataSource(nodes.get(0).dataSource());
    AtomicBoolean isTime = new AtomicBoolean();
    overtaken.beforeCommit(
        () -> {
          if (isTime.getAndSet(false)) {
            takeOver(nodes.get(1));
          }
        });
    Migrator zombie =
        new TestDatabase(overtaken)
            .on(revisions())
            .listener(whenStarted("r2", () -> isTime.set(true)))
            .build();
    LockException lost = assertThrows(LockException.class, zombie::upgrade);
    assertTrue(String.valueOf(lost.getMessage()).contains("another"), lost.getMessage());
    for (TestDatabase node : nodes) {
      assertEquals("[x] r0, [x] r1, [ ] r2, [ ] r3", node.states(revisions()));
    }
  }

  private static void takeOver(TestDatabase node) {
    try {
      node.execute(
          "SET SESSION wsrep_sync_wait = 7",
          "UPDATE migrate_history_lock SET token = token + 1, changes = changes + 1,"
              + " holder = IF(part = 'holder', 'another', NULL)");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A change of the schema stops the commits of the cluster, renewals too; the lease survives. */
  @Test
  void aLongChangeOfTheSchemaKeepsTheLease() throws Exception {
    List<TestDatabase> nodes = nodes();
    Revision[] revisions = {
      Revision.of(
          Lineage.of("a").root(),
          op -> {
            op.createTable("t", column("n", integer()));
            op.execute(
                sql("INSERT INTO t (n) VALUES (0)" + ", (1)".repeat(99)).writes("t").needsNoUndo());
            op.execute(
                sql("ALTER TABLE t ADD COLUMN s INT"
                        + " AS (LENGTH(SHA2(REPEAT('x', 15000000 + n), 512))) STORED")
                    .writes("t")
                    .needsNoUndo());
            op.createTable("u", column("n", integer()));
          })
    };
    ExecutorService pool = Executors.newSingleThreadExecutor();
    List<Future<Outcome>> waiting = new ArrayList<>();
    Migrator other = nodes.get(1).on(revisions).lease(LEASE).build();
    Migrator one =
        nodes
            .get(0)
            .on(revisions)
            .lease(LEASE)
            .listener(
                TestDatabase.after("a", 2, () -> waiting.add(pool.submit(() -> other.upgrade()))))
            .build();
    Outcome outcome = one.upgrade();
    assertEquals("[a]", outcome.revisions().toString());
    assertTrue(outcome.duration().compareTo(LEASE) > 0, "longer than the lease");
    assertTrue(waiting.get(0).get(60, TimeUnit.SECONDS).isEmpty());
    pool.shutdown();
  }

  /** A start with nothing to do is one statement here too. */
  @Test
  void aStartWithNothingToDoTakesNoLease() throws SQLException {
    List<TestDatabase> nodes = nodes();
    nodes.get(0).migrator(revisions()).upgrade();
    CountingDataSource counting = new CountingDataSource(nodes.get(0).dataSource());
    new TestDatabase(counting).migrator(revisions()).upgrade();
    assertEquals(1, counting.statements(), () -> counting.sql().toString());
  }

  /** There is no second connection beside one that was handed over; without a lease it works. */
  @Test
  void aConnectionThatWasHandedOverDeclinesTheLease() throws SQLException {
    try (Connection connection = nodes().get(0).dataSource().getConnection()) {
      Migrator single = Migrator.on(connection).revisions(List.of(revisions())).build();
      assertThrows(DatabaseException.class, single::upgrade);
      Migrator without =
          Migrator.on(connection).revisions(List.of(revisions())).withoutLease().build();
      assertEquals(4, without.upgrade().revisions().size());
    }
  }

  /** The session waits for other nodes only while it has the lock. */
  @Test
  void theSessionIsAsItWas() throws SQLException {
    DataSource database = nodes().get(0).dataSource();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION wsrep_sync_wait = 1");
      List<String> during = new ArrayList<>();
      AtomicBoolean isLent = new AtomicBoolean();
      DataSource lent =
          new ForwardingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
              return isLent.getAndSet(true)
                  ? target.getConnection()
                  : Lent.of(connection, () -> {});
            }
          };
      new TestDatabase(lent)
          .on(revisions())
          .listener(whenStarted("r0", () -> during.add(waits(connection))))
          .build()
          .upgrade();
      assertEquals(List.of("7"), during);
      assertEquals("1", waits(connection));
    }
  }

  private static String waits(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@SESSION.wsrep_sync_wait")) {
      row.next();
      return row.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
