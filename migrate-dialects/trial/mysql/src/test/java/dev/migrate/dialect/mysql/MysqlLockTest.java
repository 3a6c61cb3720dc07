package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlLockTest {

  @Nested
  class OnMariadb extends Locks {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Locks {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Locks {

    abstract TestServer server();

    private final DataSource database = server().emptyDatabase();
    private final MigrationLock lock = new MysqlLock(QualifiedName.of("migrate_history"));

    @Test
    void isNotReentrantAndGivenBackAtOnce() throws SQLException {
      try (Connection one = database.getConnection();
          Connection other = database.getConnection()) {
        assertThat(lock.tryAcquire(one)).isTrue();
        assertThat(lock.tryAcquire(one)).isFalse();
        lock.release(one);
        assertThat(lock.tryAcquire(other)).isTrue();
      }
    }

    @Test
    void outlivesCommits() throws SQLException {
      try (Connection one = database.getConnection();
          Connection other = database.getConnection();
          Statement statement = one.createStatement()) {
        assertThat(lock.tryAcquire(one)).isTrue();
        statement.execute("CREATE TABLE t (n INT)");
        one.setAutoCommit(false);
        statement.execute("INSERT INTO t VALUES (1)");
        one.commit();
        one.rollback();
        assertThat(lock.tryAcquire(other)).isFalse();
      }
    }

    @Test
    void everyDatabaseAndEveryHistoryHasItsOwn() throws SQLException {
      MigrationLock second = new MysqlLock(QualifiedName.of("other_history"));
      MigrationLock elsewhere = new MysqlLock(QualifiedName.of("billing.migrate_history"));
      try (Connection one = database.getConnection();
          Connection other = server().emptyDatabase().getConnection()) {
        assertThat(lock.tryAcquire(one)).isTrue();
        assertThat(second.tryAcquire(one)).isTrue();
        assertThat(elsewhere.tryAcquire(one)).isTrue();
        assertThat(lock.tryAcquire(other)).isTrue();
        assertThat(elsewhere.tryAcquire(other)).as("the same database by its name").isFalse();
      }
    }

    @Test
    void aNameOfAnyLengthWillDo() throws SQLException {
      MigrationLock long64 = new MysqlLock(QualifiedName.exactly("h".repeat(64)));
      MigrationLock hostile = new MysqlLock(QualifiedName.exactly("it's \\ \"`"));
      try (Connection one = database.getConnection();
          Connection other = database.getConnection()) {
        assertThat(long64.tryAcquire(one)).isTrue();
        assertThat(long64.tryAcquire(other)).isFalse();
        assertThat(hostile.tryAcquire(one)).isTrue();
        assertThat(hostile.tryAcquire(other)).isFalse();
      }
    }

    /**
     * A client that dies leaves its statement to the server, which ends it before the lock is free.
     */
    @Test
    void isHeldUntilAKilledSessionExecutesNothingAnyMore() throws Exception {
      try (Connection holder = database.getConnection();
          Connection other = database.getConnection();
          Statement killer = other.createStatement()) {
        assertThat(lock.tryAcquire(holder)).isTrue();
        long id = number(holder, "SELECT CONNECTION_ID()");
        CompletableFuture<Void> running =
            CompletableFuture.runAsync(
                () -> assertThatThrownBy(() -> number(holder, "SELECT SLEEP(30)")).isNotNull());
        assertThat(lock.tryAcquire(other)).isFalse();
        killer.execute("KILL " + id);
        running.join();
        while (!lock.tryAcquire(other)) {
          Thread.onSpinWait();
        }
        assertThat(
                number(
                    other,
                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.PROCESSLIST"
                        + " WHERE INFO LIKE 'SELECT SLEEP%' AND ID = "
                        + id))
            .isZero();
      }
    }

    @Test
    void aSessionHasATextOfItsOwnThatStays() throws SQLException {
      try (Connection one = database.getConnection();
          Connection other = database.getConnection()) {
        String text = lock.session(one);
        assertThat(text).matches("\\d+/[0-9a-f-]{36}").isEqualTo(lock.session(one));
        assertThat(text).isNotEqualTo(lock.session(other));
        assertThat(text.length()).isLessThan(200);
      }
    }

    private static long number(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        result.next();
        return result.getLong(1);
      }
    }
  }
}
