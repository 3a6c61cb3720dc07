package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.engine.Migrator;
import dev.migrate.report.ConflictException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What {@link dev.migrate.testkit.dialect.contract.DialectContract} does not say about locks
 * already.
 */
@Timeout(20)
class H2LockTest {

  private static final Dialect DIALECT = new H2Dialect("H2");
  private static final MigrationLock LOCK = DIALECT.lock(QualifiedName.of("migrate_history"));

  @Test
  void takingAndGivingBackAreOneStatementEach() throws SQLException {
    CountingDataSource database = new CountingDataSource(UrlDataSource.h2());
    try (Connection connection = database.getConnection()) {
      assertThat(LOCK.tryAcquire(connection)).isTrue();
      assertThat(database.statements()).as("the first time ever").isEqualTo(3);
      LOCK.release(connection);
      database.reset();
      assertThat(LOCK.tryAcquire(connection)).isTrue();
      LOCK.release(connection);
      assertThat(database.statements()).isEqualTo(2);
      assertThat(database.commits() + database.rollbacks() + database.autoCommitChanges()).isZero();
    }
  }

  @Test
  void tableStandsBesideTheHistoryWhateverItsName() throws SQLException {
    try (Connection connection = UrlDataSource.h2().getConnection();
        Statement jdbc = connection.createStatement()) {
      jdbc.execute("CREATE SCHEMA ops");
      MigrationLock lock = DIALECT.lock(QualifiedName.of("ops.My \"history\""));
      assertThat(lock.tryAcquire(connection)).isTrue();
      assertThat(DIALECT.inspector().relations(connection))
          .containsExactly(QualifiedName.in("ops", "My \"history\"_lock"));
    }
  }

  @Test
  void missingSchemaIsNoMissingTable() throws SQLException {
    try (Connection connection = UrlDataSource.h2().getConnection()) {
      MigrationLock lock = DIALECT.lock(QualifiedName.of("nowhere.migrate_history"));
      assertThatThrownBy(() -> lock.tryAcquire(connection))
          .isInstanceOfSatisfying(
              SQLException.class,
              failure -> {
                assertThat(failure.getErrorCode()).isEqualTo(90079);
                assertThat(DIALECT.isMissingTable(failure)).isFalse();
              });
    }
  }

  @Test
  void historiesOfOneDatabaseHaveLocksOfTheirOwn() throws SQLException {
    UrlDataSource database = UrlDataSource.h2();
    try (Connection first = database.getConnection();
        Connection second = database.getConnection()) {
      assertThat(LOCK.tryAcquire(first)).isTrue();
      assertThat(DIALECT.lock(QualifiedName.of("other_history")).tryAcquire(second)).isTrue();
    }
  }

  @Test
  void changesOfTheSchemaDoNotLoseTheLock() throws SQLException {
    UrlDataSource database = UrlDataSource.h2();
    try (Connection holder = database.getConnection();
        Connection other = database.getConnection();
        Statement jdbc = holder.createStatement()) {
      assertThat(LOCK.tryAcquire(holder)).isTrue();
      jdbc.execute("CREATE TABLE t (a INT)");
      holder.setAutoCommit(false);
      jdbc.execute("INSERT INTO t VALUES (1)");
      holder.rollback();
      holder.setAutoCommit(true);
      assertThat(LOCK.tryAcquire(other)).isFalse();
      assertThat(LOCK.tryAcquire(holder)).as("not reentrant").isFalse();
    }
  }

  @Test
  void numberOfASessionIsNoSession() throws SQLException {
    UrlDataSource database = UrlDataSource.h2();
    try (Connection connection = database.getConnection()) {
      String session = LOCK.session(connection);
      assertThat(session).matches("\\d+/\\d+\\.\\d+").isEqualTo(LOCK.session(connection));
      assertThat(LOCK.tryAcquire(connection)).isTrue();
      String number = session.substring(0, session.indexOf('/'));
      try (Statement jdbc = connection.createStatement()) {
        jdbc.execute(
            "UPDATE migrate_history_lock SET holder = '" + number + "/1700000000.123456789'");
      }
      assertThat(LOCK.tryAcquire(connection)).as("the same number before a restart").isTrue();
    }
  }

  /** A user who does not see the others takes none of them for dead. */
  @Test
  void userWithoutAdminRightsNeverTakesOver() throws SQLException {
    UrlDataSource database = UrlDataSource.h2();
    try (Connection admin = database.getConnection();
        Statement jdbc = admin.createStatement()) {
      assertThat(LOCK.tryAcquire(admin)).isTrue();
      jdbc.execute("CREATE USER bob PASSWORD ''");
      jdbc.execute("GRANT ALL ON migrate_history_lock TO bob");
      try (Connection bob = database.getConnection("bob", "")) {
        assertThat(LOCK.tryAcquire(bob)).isFalse();
        jdbc.execute("UPDATE migrate_history_lock SET holder = '3/1700000000.5'");
        assertThat(LOCK.tryAcquire(bob)).as("the holder is dead, but who knows").isFalse();
        LOCK.release(admin);
        assertThat(LOCK.tryAcquire(admin)).isTrue();
        LOCK.release(admin);
        assertThat(LOCK.tryAcquire(bob)).isTrue();
        LOCK.release(bob);
        assertThat(LOCK.tryAcquire(admin)).isTrue();
      }
    }
  }

  @Test
  void someoneElsesOpenTransactionOnTheRowIsALostRace() throws SQLException {
    UrlDataSource database = UrlDataSource.h2(";LOCK_TIMEOUT=50");
    try (Connection first = database.getConnection();
        Connection second = database.getConnection()) {
      assertThat(LOCK.tryAcquire(first)).isTrue();
      LOCK.release(first);
      first.setAutoCommit(false);
      assertThat(LOCK.tryAcquire(first)).isTrue();
      assertThat(LOCK.tryAcquire(second)).isFalse();
      first.rollback();
      assertThat(LOCK.tryAcquire(second)).isTrue();
    }
  }

  @Test
  void oneOfManyWhoRaceGetsIt() throws Exception {
    int threads = 6;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 20; round++) {
        UrlDataSource database = UrlDataSource.h2();
        try (Connection open = database.getConnection()) {
          CyclicBarrier start = new CyclicBarrier(threads);
          List<Connection> connections = new CopyOnWriteArrayList<>();
          List<Callable<Boolean>> racers = new ArrayList<>();
          for (int i = 0; i < threads; i++) {
            racers.add(
                () -> {
                  Connection connection = database.getConnection();
                  connections.add(connection);
                  start.await();
                  return LOCK.tryAcquire(connection);
                });
          }
          int winners = 0;
          for (Future<Boolean> racer : executor.invokeAll(racers)) {
            winners += racer.get() ? 1 : 0;
          }
          // Whoever comes while the table is being made may find it without its row.
          assertThat(winners).isLessThanOrEqualTo(1);
          for (Connection connection : connections) {
            connection.close();
          }
          assertThat(LOCK.tryAcquire(open)).isTrue();
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void holdersNeverOverlap() throws Exception {
    int threads = 4;
    UrlDataSource database = UrlDataSource.h2();
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger turns = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (Connection open = database.getConnection()) {
      LOCK.tryAcquire(open);
      LOCK.release(open);
      List<Callable<Void>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            () -> {
              for (int turn = 0; turn < 25 && !Thread.currentThread().isInterrupted(); ) {
                try (Connection connection = database.getConnection()) {
                  if (LOCK.tryAcquire(connection)) {
                    assertThat(holders.incrementAndGet()).isEqualTo(1);
                    turns.incrementAndGet();
                    turn++;
                    holders.decrementAndGet();
                    if (turn % 2 == 0) {
                      LOCK.release(connection); // and otherwise it dies with the connection
                    }
                  }
                }
              }
              return null;
            });
      }
      for (Future<Void> worker : executor.invokeAll(workers)) {
        worker.get();
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(turns).hasValue(threads * 25);
  }

  /** The client's process is gone, and nobody said goodbye. */
  @Test
  void lockDiesWithTheSocketOfItsHolder() throws Exception {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    try (Cable cable = new Cable(server.getPort())) {
      String path = "/mem:" + UUID.randomUUID();
      String direct = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + path;
      try (Connection other = new UrlDataSource(direct, "sa", "").getConnection()) {
        String throughCable = "jdbc:h2:tcp://127.0.0.1:" + cable.port() + path;
        Connection holder = new UrlDataSource(throughCable, "sa", "").getConnection();
        assertThat(LOCK.tryAcquire(holder)).isTrue();
        assertThat(LOCK.tryAcquire(other)).isFalse();
        cable.cut();
        boolean taken = LOCK.tryAcquire(other);
        for (int i = 0; !taken && i < 200; i++) {
          Thread.sleep(10);
          taken = LOCK.tryAcquire(other);
        }
        assertThat(taken).isTrue();
      }
    } finally {
      server.stop();
    }
  }

  /** Carries bytes to a port and back, until it is cut. */
  private static final class Cable implements AutoCloseable {

    private final ServerSocket entry = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ExecutorService carriers = Executors.newCachedThreadPool();

    Cable(int target) throws IOException {
      carriers.execute(() -> accept(target));
    }

    private void accept(int target) {
      try {
        while (true) {
          Socket near = entry.accept();
          Socket far = new Socket("127.0.0.1", target);
          sockets.add(near);
          sockets.add(far);
          carriers.execute(() -> carry(near, far));
          carriers.execute(() -> carry(far, near));
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private static void carry(Socket from, Socket to) {
      try {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException cut) {
        // As it should be.
      }
    }

    int port() {
      return entry.getLocalPort();
    }

    void cut() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }

    @Override
    public void close() throws IOException {
      entry.close();
      cut();
      carriers.shutdownNow();
    }
  }

  /** The first call creates the table of the lock, but not if it is refused. */
  @Test
  void aRefusedConflictLeavesNothing() throws SQLException {
    DataSource database = Databases.h2();
    Migrator migrator =
        Migrator.on(database)
            .revisions(
                List.of(
                    Revision.of(
                        Lineage.of("table").root(),
                        op -> op.createTable("t", column("n", integer()))),
                    Revision.of(
                        Lineage.of("one").after("table"),
                        op -> op.alterColumn("t", "n", defaultTo(1))),
                    Revision.of(
                        Lineage.of("two").after("table"),
                        op -> op.alterColumn("t", "n", defaultTo(2)))))
            .build();

    assertThatThrownBy(migrator::upgrade).isInstanceOf(ConflictException.class);

    try (Connection connection = database.getConnection();
        ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", null)) {
      assertThat(tables.next()).isFalse();
    }
    migrator.upgrade("one");
    assertThatThrownBy(migrator::upgrade).isInstanceOf(ConflictException.class);
  }
}
