package dev.migrate.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteLockTest {

  private static final Dialect DIALECT = new SqliteDialectProvider().dialect(DialectName.SQLITE);
  private static final MigrationLock LOCK = DIALECT.lock(QualifiedName.of("migrate_history"));

  static Stream<DataSource> shared() {
    return Stream.of(
        SqliteDatabases.file(),
        SqliteDatabases.file("&foreign_keys=true&locking_mode=NORMAL"),
        SqliteDatabases.wal(),
        SqliteDatabases.sharedMemory(),
        SqliteDatabases.sharedCache());
  }

  static Stream<DataSource> inFiles() {
    return Stream.of(SqliteDatabases.file(), SqliteDatabases.wal());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  @ParameterizedTest
  @MethodSource("shared")
  void oneConnectionAtATimeHasIt(DataSource database) throws SQLException {
    try (Connection first = database.getConnection();
        Connection second = database.getConnection()) {
      assertThat(LOCK.tryAcquire(first)).isTrue();
      assertThat(LOCK.tryAcquire(first)).as("not reentrant").isFalse();
      assertThat(LOCK.tryAcquire(second)).isFalse();
      assertThat(LOCK.tryAcquire(second)).isFalse();
      LOCK.release(second);
      assertThat(LOCK.tryAcquire(second)).as("not given back by others").isFalse();
      LOCK.release(first);
      assertThat(LOCK.tryAcquire(second)).isTrue();
      second.close();
      assertThat(LOCK.tryAcquire(first)).as("dies with its holder").isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("inFiles")
  void othersReadAndWriteTheDatabaseMeanwhile(DataSource database) throws SQLException {
    try (Connection holder = database.getConnection();
        Connection other = database.getConnection()) {
      execute(holder, "CREATE TABLE t (n)");
      assertThat(LOCK.tryAcquire(holder)).isTrue();
      execute(other, "INSERT INTO t VALUES (1)");
      holder.setAutoCommit(false);
      execute(holder, "INSERT INTO t VALUES (2)");
      execute(holder, "ALTER TABLE t ADD COLUMN m");
      assertThat(rows(other, "SELECT n FROM t")).as("before the commit").containsExactly("1");
      holder.commit();
      holder.setAutoCommit(true);
      assertThat(rows(other, "SELECT n FROM t WHERE m IS NULL")).containsExactly("1", "2");
      execute(other, "INSERT INTO t VALUES (3, 3)");
      assertThat(LOCK.tryAcquire(other)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("shared")
  void theConnectionIsGivenBackAsItWas(DataSource database) throws SQLException {
    try (Connection first = database.getConnection();
        Connection second = database.getConnection()) {
      execute(first, "PRAGMA busy_timeout = 1234");
      assertThat(LOCK.tryAcquire(first)).isTrue();
      LOCK.session(first);
      assertThat(LOCK.tryAcquire(second)).isFalse();
      assertThat(first.getAutoCommit()).isTrue();
      LOCK.release(first);
      for (Connection connection : List.of(first, second)) {
        assertThat(rows(connection, "SELECT name FROM pragma_database_list WHERE name <> 'temp'"))
            .containsExactly("main");
        assertThat(rows(connection, "SELECT name FROM sqlite_temp_master")).isEmpty();
      }
      assertThat(rows(first, "PRAGMA busy_timeout")).containsExactly("1234");
      assertThat(DIALECT.inspector().relations(first)).isEmpty();
    }
  }

  @Test
  void nobodyWaits() throws SQLException {
    DataSource database = SqliteDatabases.file("&busy_timeout=20000");
    try (Connection first = database.getConnection();
        Connection second = database.getConnection()) {
      assertThat(LOCK.tryAcquire(first)).isTrue();
      long begin = System.nanoTime();
      assertThat(LOCK.tryAcquire(second)).isFalse();
      assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
      assertThat(rows(second, "PRAGMA busy_timeout")).containsExactly("20000");
    }
  }

  @Test
  void theFileIsBesideTheDatabaseWhateverItsName() throws SQLException, IOException {
    Path directory = Files.createTempDirectory("it's a \"directory\" ü");
    Path file = directory.resolve("100% of 'it'.db");
    try (Connection first = DriverManager.getConnection("jdbc:sqlite:" + file);
        Connection second = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertThat(LOCK.tryAcquire(first)).isTrue();
      assertThat(LOCK.tryAcquire(second)).isFalse();
      assertThat(directory.resolve(file.getFileName() + "-migrate-lock")).exists();
      LOCK.release(first);
      assertThat(LOCK.tryAcquire(second)).isTrue();
    } finally {
      try (Stream<Path> files = Files.list(directory)) {
        files.forEach(each -> each.toFile().delete());
      }
      Files.delete(directory);
    }
  }

  @Test
  void aPrivateDatabaseInMemoryIsNobodyElses() throws SQLException {
    try (Connection one = SqliteDatabases.memory().getConnection();
        Connection other = SqliteDatabases.memory().getConnection()) {
      assertThat(LOCK.tryAcquire(one)).isTrue();
      assertThat(LOCK.tryAcquire(one)).isFalse();
      assertThat(LOCK.tryAcquire(other)).isTrue();
      LOCK.release(one);
      assertThat(LOCK.tryAcquire(one)).isTrue();
    }
  }

  @Test
  void takingItIsSevenStatementsAndGivingItBackTwo() throws SQLException {
    CountingDataSource database = new CountingDataSource(SqliteDatabases.file());
    try (Connection connection = database.getConnection()) {
      assertThat(LOCK.tryAcquire(connection)).isTrue();
      assertThat(database.statements()).isEqualTo(7);
      LOCK.release(connection);
      assertThat(database.statements()).isEqualTo(9);
      assertThat(database.commits() + database.rollbacks() + database.autoCommitChanges()).isZero();
    }
  }

  @Test
  void aSessionIsOfOneConnectionAlone() throws SQLException {
    DataSource database = SqliteDatabases.file();
    try (Connection one = database.getConnection();
        Connection other = database.getConnection()) {
      String session = LOCK.session(one);
      assertThat(session).hasSize(32).isEqualTo(LOCK.session(one));
      assertThat(LOCK.session(other)).isNotEqualTo(session);
    }
  }

  /** The lock of a process that was killed is free: the system takes it back. */
  @Test
  void aKilledProcessHoldsNothing() throws Exception {
    Path file = SqliteDatabases.path();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    DataSource database = new UrlDataSource("jdbc:sqlite:" + file, "", "");
    try (Connection connection = database.getConnection();
        var said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("true");
      assertThat(LOCK.tryAcquire(connection)).as("another process has it").isFalse();
      process.destroyForcibly().waitFor();
      assertThat(LOCK.tryAcquire(connection)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Takes the lock and waits. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
      System.out.println(LOCK.tryAcquire(connection));
      Thread.sleep(60_000);
    }
  }
}
