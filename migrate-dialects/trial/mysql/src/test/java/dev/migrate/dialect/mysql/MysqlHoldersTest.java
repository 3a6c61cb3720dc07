package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.BlockingSession;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.LockException;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in the way, as far as the rights of the user go: sessions and prepared transactions. */
class MysqlHoldersTest {

  private static final Revision TABLE =
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("t", column("n", integer())));

  private static final Revision CHANGE =
      Revision.of(Lineage.of("r2").after("r1"), op -> op.addColumn("t", column("m", integer())));

  @Nested
  class OnMariadb extends Holders {

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
  class OnMysql extends Holders {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Holders {

    private static final String LACKS_PROCESS = "for lack of the right PROCESS";

    abstract TestServer server();

    private final DataSource database = server().emptyDatabase();

    private void execute(DataSource where, String... statements) {
      try {
        new TestDatabase(where).execute(statements);
      } catch (SQLException failure) {
        throw new AssertionError(failure);
      }
    }

    /** A user who may list prepared transactions and end them. */
    private DataSource recovering() throws SQLException {
      DataSource all = server().seeingAll(database);
      server().grantRecovery();
      return all;
    }

    private void prepare(String name) throws SQLException {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("XA START " + name);
        statement.execute("INSERT INTO t VALUES (1)");
        statement.execute("XA END " + name);
        statement.execute("XA PREPARE " + name);
      }
    }

    /** What a message advises is executed as it is: it ends the transaction, and nothing else. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "'plain'",
          "'it''s \"q\"','--; DROP TABLE t',7",
          "X'ff0a27005c',X'e2808e',2147483647",
          "'a b',X'00'"
        })
    void theAdviceEndsAPreparedTransactionWhateverItsName(String name) throws SQLException {
      Migrator.on(database).revisions(TABLE).build().upgrade();
      prepare(name);
      DataSource all = recovering();
      List<BlockingSession> found = new ArrayList<>();

      hasty(all, 20)
          .listener(
              event -> {
                if (event instanceof StatementDelayed delayed) {
                  found.addAll(delayed.sessions());
                  delayed.sessions().stream()
                      .map(BlockingSession::remedy)
                      .flatMap(Optional::stream)
                      .forEach(remedy -> execute(all, remedy));
                }
              })
          .build()
          .upgrade();

      assertThat(found)
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.description()).startsWith("prepared transaction ").matches("[ -~]*");
                assertThat(it.remedy().orElseThrow()).startsWith("XA ROLLBACK ");
              });
      assertThat(new TestDatabase(database).rows("SELECT COUNT(*) FROM t")).containsExactly("0");
    }

    @Test
    void theFailureSaysHowToEndIt() throws SQLException {
      Migrator.on(database).revisions(TABLE).build().upgrade();
      prepare("'left'");

      assertThatThrownBy(impatient(recovering())::upgrade)
          .hasMessageContaining("prepared transaction 'left', which belongs to no session")
          .hasMessageContaining("end them (XA ROLLBACK 'left')")
          .hasMessageNotContaining("not shown");

      execute(recovering(), "XA COMMIT 'left'");
      impatient(database).upgrade();
      assertThat(new TestDatabase(database).rows("SELECT n FROM t")).containsExactly("1");
    }

    /** MariaDB lists them for everybody. */
    @Test
    void whoMayNotListPreparedTransactionsIsToldThatThereMayBeSome() throws SQLException {
      assumeFalse(server() == TestServer.mariadb());
      Migrator.on(database).revisions(TABLE).build().upgrade();
      prepare("'hidden'");
      try {
        assertThatThrownBy(impatient(server().seeingAll(database))::upgrade)
            .hasMessageContaining("prepared transactions, for lack of the right XA_RECOVER_ADMIN")
            .hasMessageNotContaining("'hidden'");
      } finally {
        execute(recovering(), "XA ROLLBACK 'hidden'");
      }
    }

    @Test
    void withoutRightsTheOwnSessionsAreNamedAndTheRightThatIsMissing() throws SQLException {
      Migrator.on(database).revisions(TABLE).build().upgrade();

      assertThat(whileHeldBy(database, impatient(database)))
          .containsPattern("in the way  session \\d+ of the user migrate_test_\\d+ from ")
          .contains("perhaps in a transaction")
          .contains("not shown  sessions of other users, and who has a transaction open, ")
          .contains(LACKS_PROCESS)
          .doesNotContain("KILL ");
    }

    @Test
    void withoutRightsTheSessionsOfOthersAreNotNamed() throws SQLException {
      Migrator.on(database).revisions(TABLE).build().upgrade();

      assertThat(whileHeldBy(server().seeingAll(database), impatient(database)))
          .containsPattern("in the way  not known\n")
          .contains(LACKS_PROCESS);
    }

    @Test
    void theHolderOfTheLockIsSaidToBeAnother() throws SQLException {
      Migrator waits =
          Migrator.on(database).revisions(TABLE, CHANGE).lockTimeout(Duration.ZERO).build();
      List<String> told = new ArrayList<>();
      Migrator.on(server().seeingAll(database))
          .revisions(TABLE, CHANGE)
          .listener(
              TestDatabase.after(
                  "r1",
                  1,
                  () -> {
                    try {
                      waits.upgrade();
                    } catch (LockException refused) {
                      told.add(String.valueOf(refused.getMessage()));
                    }
                  }))
          .build()
          .upgrade();

      assertThat(told)
          .singleElement()
          .asString()
          .containsPattern("session \\d+ of another user, whom the right PROCESS shows");
    }
  }

  /** The server's own tables show all sessions to whoever may read them. */
  @Test
  void thePerformanceSchemaIsEnoughWhereItIsKept() throws SQLException {
    requireNamed(TestServer.mariadbToKill());
  }

  /** MySQL has it on unless it is turned off. */
  @Test
  void thePerformanceSchemaOfMysqlIsEnough() throws SQLException {
    assumeTrue(TestServer.mysql().showsLocks(), "it is turned off");
    requireNamed(TestServer.mysql());
  }

  private static void requireNamed(TestServer server) throws SQLException {
    DataSource database = server.emptyDatabase();
    Migrator.on(database).revisions(TABLE).build().upgrade();

    assertThat(whileHeldBy(database, impatient(server.seeingLocks(database))))
        .containsPattern("in the way  session \\d+ of the user migrate_test_\\d+ from localhost,")
        .contains("idle in a transaction")
        .contains("KILL ")
        .doesNotContain("not shown");
  }

  private static MigratorBuilder hasty(DataSource database, int seconds) {
    return Migrator.on(database)
        .revisions(TABLE, CHANGE)
        .statementLockTimeout(Duration.ofSeconds(1))
        .statementLockLimit(Duration.ofSeconds(seconds));
  }

  private static Migrator impatient(DataSource database) {
    return hasty(database, 1).build();
  }

  private static String whileHeldBy(DataSource holder, Migrator migrator) throws SQLException {
    try (Connection connection = holder.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT * FROM t");
      try {
        migrator.upgrade();
      } catch (RuntimeException failure) {
        return String.valueOf(failure.getMessage());
      } finally {
        connection.rollback();
      }
      throw new AssertionError("nobody was in the way");
    }
  }
}
