package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.engine.Migrator;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.report.LockException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What {@link dev.migrate.testkit.dialect.contract.DialectContract} does not say about locks
 * already.
 */
@Timeout(60)
@ExtendWith(PostgresqlServer.class)
class PostgresqlLockTest {

  private static final MigrationLock LOCK = lock("migrate_history");

  private static MigrationLock lock(String history) {
    return LivePostgresql.DIALECT.lock(QualifiedName.of(history));
  }

  @Test
  void takingIsTwoStatementsAndGivingBackOneAndNothingStays() throws SQLException {
    CountingDataSource database = new CountingDataSource(PostgresqlServer.emptyDatabase());
    try (Connection connection = database.getConnection()) {
      assertThat(LOCK.tryAcquire(connection)).isTrue();
      LOCK.release(connection);
      assertThat(database.statements()).isEqualTo(3);
      assertThat(database.commits() + database.rollbacks() + database.autoCommitChanges()).isZero();
      assertThat(LivePostgresql.DIALECT.inspector().relations(connection)).isEmpty();
    }
  }

  @Test
  void notTakingIsOneStatement() throws SQLException {
    CountingDataSource database = new CountingDataSource(PostgresqlServer.emptyDatabase());
    try (Connection holder = database.getConnection();
        Connection other = database.getConnection()) {
      assertThat(LOCK.tryAcquire(holder)).isTrue();
      database.reset();
      assertThat(LOCK.tryAcquire(other)).isFalse();
      assertThat(database.statements()).isEqualTo(1);
      assertThat(LOCK.tryAcquire(holder)).as("not reentrant").isFalse();
      LOCK.release(holder);
      assertThat(LOCK.tryAcquire(other)).isTrue();
    }
  }

  @Test
  void historiesAndSchemasAndDatabasesHaveLocksOfTheirOwn() throws SQLException {
    String url = PostgresqlServer.newDatabase("");
    DataSource database = Databases.of(url, "postgres", "");
    DataSource app = Databases.of(url + "&currentSchema=app", "postgres", "");
    try (Connection first = database.getConnection();
        Connection second = database.getConnection();
        Statement jdbc = first.createStatement();
        Connection elsewhere = PostgresqlServer.emptyDatabase().getConnection()) {
      jdbc.execute("CREATE SCHEMA app");
      assertThat(LOCK.tryAcquire(first)).isTrue();
      assertThat(LOCK.tryAcquire(elsewhere)).isTrue();
      assertThat(lock("other").tryAcquire(second)).isTrue();
      assertThat(lock("public.migrate_history").tryAcquire(second)).as("the same").isFalse();
      try (Connection inApp = app.getConnection()) {
        assertThat(LOCK.tryAcquire(inApp)).isTrue();
        assertThat(lock("app.migrate_history").tryAcquire(second)).as("the same").isFalse();
        assertThat(lock("\"ap\"\"p\".\"mig'rate\\\"").tryAcquire(second)).isTrue();
      }
    }
  }

  @Test
  void theServerLooksAfterTheClientAsLongAsTheLockIsHeld() throws SQLException {
    DataSource database = PostgresqlServer.emptyDatabase();
    try (Connection connection = database.getConnection()) {
      assertThat(interval(connection)).isEqualTo("0");
      assertThat(LOCK.tryAcquire(connection)).isTrue();
      assertThat(interval(connection)).isEqualTo("1009ms");
      LOCK.release(connection);
      assertThat(interval(connection)).isEqualTo("0");
      try (Statement jdbc = connection.createStatement()) {
        jdbc.execute("SET client_connection_check_interval = '5s'");
      }
      assertThat(LOCK.tryAcquire(connection)).isTrue();
      LOCK.release(connection);
      assertThat(interval(connection)).as("what somebody has set stays").isEqualTo("5s");
    }
  }

  private static String interval(Connection connection) throws SQLException {
    try (Statement jdbc = connection.createStatement();
        ResultSet row = jdbc.executeQuery("SHOW client_connection_check_interval")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void theStatementOfAKilledClientEndsBeforeItsLockIsFree() throws Exception {
    DataSource database = PostgresqlServer.emptyDatabase();
    Connection victim = database.getConnection();
    assertThat(LOCK.tryAcquire(victim)).isTrue();
    Thread working =
        new Thread(
            () -> {
              try (Statement jdbc = victim.createStatement()) {
                jdbc.execute("SELECT pg_sleep(300); CREATE TABLE late (id INT)");
              } catch (SQLException killed) {
                // It is.
              }
            });
    working.start();
    Thread.sleep(300);
    victim.abort(Executors.newSingleThreadExecutor());
    try (Connection next = database.getConnection()) {
      while (!LOCK.tryAcquire(next)) {
        Thread.sleep(50);
      }
      try (Statement jdbc = next.createStatement();
          ResultSet others =
              jdbc.executeQuery(
                  "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(300)%'"
                      + " AND pid <> pg_backend_pid()")) {
        others.next();
        assertThat(others.getInt(1)).isZero();
      }
      assertThat(LivePostgresql.DIALECT.inspector().relations(next)).isEmpty();
    }
  }

  @Test
  void aSessionIsItsProcessAndItsStart() throws SQLException {
    try (Connection connection = PostgresqlServer.emptyDatabase().getConnection()) {
      assertThat(LOCK.session(connection)).matches("\\d+/\\d+\\.\\d+");
    }
  }

  /** As a pooler does that gives every transaction a session of its own. */
  @Test
  void twoSessionsBehindOneConnectionAreNoticed() throws SQLException {
    DataSource database = PostgresqlServer.emptyDatabase();
    try (Connection one = database.getConnection();
        Connection other = database.getConnection();
        Connection pooled =
            (Connection)
                Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                      boolean first = method.getName().equals("prepareStatement");
                      try {
                        return method.invoke(first ? one : other, arguments);
                      } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                      }
                    })) {
      assertThatThrownBy(() -> LOCK.tryAcquire(pooled))
          .isInstanceOf(UnsupportedByDialectException.class)
          .hasMessageContaining("session mode");
      assertThat(LOCK.tryAcquire(other)).as("nothing is held").isTrue();
      assertThat(LOCK.release(one)).as("nor by the other").isFalse();
    }
  }

  @Test
  void aMigrationThroughAPoolerIsRefusedAndNothingIsHeld() throws SQLException {
    DataSource database = PostgresqlServer.emptyDatabase();
    Revision table =
        Revision.of(Lineage.of("r").root(), op -> op.createTable("t", column("n", integer())));
    for (int calls = 1; calls < 8; calls++) {
      try (Connection one = database.getConnection();
          Connection other = database.getConnection()) {
        Connection pooled = alternating(one, other, calls);
        try {
          Migrator.on(pooled).revisions(table).build().upgrade();
        } catch (UnsupportedByDialectException refused) {
          assertThat(refused).hasMessageContaining("session mode");
        }
        assertThat(heldLocks(one)).as("every %s calls", calls).isZero();
        assertThat(interval(one) + interval(other)).isEqualTo("00");
      }
    }
  }

  /** Another session after so many statements. */
  private static Connection alternating(Connection one, Connection other, int calls) {
    int[] statements = {0};
    return (Connection)
        Proxy.newProxyInstance(
            PostgresqlLockTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              String name = method.getName();
              boolean next = name.equals("createStatement") || name.equals("prepareStatement");
              if (next && one.getAutoCommit()) {
                statements[0]++;
              } else if (name.equals("setAutoCommit")) {
                other.setAutoCommit((Boolean) arguments[0]);
              }
              Connection current = statements[0] / calls % 2 == 0 ? one : other;
              try {
                return method.invoke(name.equals("setAutoCommit") ? one : current, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private static long heldLocks(Connection connection) throws SQLException {
    try (Statement jdbc = connection.createStatement();
        ResultSet row =
            jdbc.executeQuery(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                    + " (SELECT oid FROM pg_database WHERE datname = current_database())")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aLockThatIsLostMeanwhileIsReported() throws SQLException {
    try (Connection connection = PostgresqlServer.emptyDatabase().getConnection()) {
      Revision unlocks =
          Revision.of(
              Lineage.of("r").root(),
              op -> op.execute(sql("SELECT pg_advisory_unlock_all()").needsNoUndo()));
      assertThatThrownBy(() -> Migrator.on(connection).revisions(unlocks).build().upgrade())
          .hasMessageContaining("lock");
    }
  }

  @Test
  void whoWaitsInVainIsToldWhoHoldsTheLock() throws SQLException {
    DataSource database = PostgresqlServer.emptyDatabase();
    Revision table =
        Revision.of(Lineage.of("r").root(), op -> op.createTable("t", column("n", integer())));
    try (Connection holder = database.getConnection();
        Statement jdbc = holder.createStatement()) {
      jdbc.execute("SET application_name = 'the other one'");
      assertThat(LOCK.tryAcquire(holder)).isTrue();
      assertThatThrownBy(
              () ->
                  Migrator.on(database)
                      .revisions(table)
                      .lockTimeout(Duration.ofMillis(200))
                      .build()
                      .upgrade())
          .isInstanceOf(LockException.class)
          .hasMessageContaining("within 0.2 s: another process is migrating")
          .hasMessageContaining("of the user postgres")
          .hasMessageContaining("application the other one")
          .hasMessageContaining("pg_terminate_backend");
    }
  }

  @Test
  void beforeVersion14NobodyLooksAfterTheClient() throws SQLException {
    CountingDataSource database = new CountingDataSource(PostgresqlServer.emptyDatabase());
    try (Connection connection = database.getConnection()) {
      MigrationLock old =
          new PostgresqlDialect("PostgreSQL 13", 13).lock(QualifiedName.of("migrate_history"));
      assertThat(old.tryAcquire(connection)).isTrue();
      assertThat(interval(connection)).isEqualTo("0");
      old.release(connection);
      assertThat(database.statements()).isEqualTo(3);
    }
  }
}
