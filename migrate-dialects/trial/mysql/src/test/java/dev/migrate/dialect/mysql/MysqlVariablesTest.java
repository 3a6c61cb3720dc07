package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.report.StatementException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What revisions do does not depend on the variables that a pool or a server has set. */
class MysqlVariablesTest {

  @Nested
  class OnMariadb extends Variables {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }

    @Test
    void anEmptyTextStaysOne() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("SET SESSION sql_mode = 'EMPTY_STRING_IS_NULL'");
        session
            .migrator(
                op -> {
                  op.createTable(
                      "t", column("id", integer()), column("v", varchar(5)).defaultTo(""));
                  op.insert("t", columns("id", "v"), row(1, ""));
                  op.insert("t", columns("id"), row(2));
                })
            .upgrade();
        assertThat(session.rows("SELECT id FROM t WHERE v IS NULL")).isEmpty();
      }
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Variables {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Variables {

    private static final Consumer<Operations> NUMBERED =
        op -> {
          op.createTable("t", column("id", bigint()), column("n", integer()), primaryKey("id"));
          op.insert("t", columns("id", "n"), row(0, 1), row(7, 2));
        };

    abstract TestServer server();

    @Test
    void identityKeepsTheNumberOfEveryRowAndGoesOnAfterTheLast() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.migrator(NUMBERED, op -> op.alterColumn("t", "id", identity())).upgrade();
        session.execute("INSERT INTO t (n) VALUES (3)");
        assertThat(session.rows("SELECT id, n FROM t ORDER BY id"))
            .containsExactly("0 1", "7 2", "8 3");
      }
    }

    @Test
    void identityThatADowngradeRestoresKeepsTheNumberOfEveryRow() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        var migrator =
            session.migrator(
                NUMBERED,
                op -> op.alterColumn("t", "id", identity()),
                op -> op.alterColumn("t", "id", noIdentity()));
        migrator.upgrade();
        migrator.downgrade("-1");
        assertThat(session.rows("SELECT id, n FROM t ORDER BY id")).containsExactly("0 1", "7 2");
        assertThat(session.creation("t")).contains("AUTO_INCREMENT");
      }
    }

    @Test
    void anIdentityThatIsRestatedKeepsTheNumberOfEveryRow() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session
            .migrator(
                NUMBERED,
                op -> op.alterColumn("t", "id", identity(), comment("numbers")),
                op -> op.alterColumn("t", "id", comment("the same")),
                op -> op.alterColumn("t", "id", type(integer())),
                op -> op.addColumn("t", column("m", integer()).notNull().defaultTo(1)))
            .upgrade();
        assertThat(session.rows("SELECT id, n FROM t ORDER BY id")).containsExactly("0 1", "7 2");
      }
    }

    @Test
    void aPrimaryKeyOverNullFailsInASessionThatIsNotStrict() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("SET SESSION sql_mode = ''");
        var migrator =
            session.migrator(
                op -> {
                  op.createTable("t", column("id", integer()), column("v", varchar(5)));
                  op.insert("t", columns("id", "v"), row(null, "abc"));
                },
                op -> op.addPrimaryKey("t", primaryKey("id")));
        assertThatThrownBy(migrator::upgrade).isInstanceOf(StatementException.class);
        assertThat(session.rows("SELECT id, v FROM t")).containsExactly("null abc");
      }
    }

    @Test
    void aStoredComputationThatDoesNotFitFailsInASessionThatIsNotStrict() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("SET SESSION sql_mode = ''");
        var migrator =
            session.migrator(
                op -> {
                  op.createTable("t", column("n", integer()));
                  op.insert("t", columns("n"), row(2_000_000_000));
                },
                op -> op.addColumn("t", column("m", smallint()).storedAs("n")));
        assertThatThrownBy(migrator::upgrade).isInstanceOf(StatementException.class);
      }
    }

    @Test
    void aTimestampIsAsItWasDeclaredWhereTheServerWouldGiveItADefault() throws SQLException {
      Consumer<Operations> create =
          op ->
              op.createTable(
                  "t",
                  column("id", integer()),
                  column("born", timestampWithTimeZone(0)).notNull(),
                  column("died", timestampWithTimeZone(0)),
                  column("seen", nativeType("timestamp(3)")),
                  column("made", nativeType("timestamp")).notNull(),
                  column("read", timestampWithTimeZone(3)).notNull().defaultTo(currentTimestamp()),
                  primaryKey("id"));
      Consumer<Operations> without = op -> op.alterColumn("t", "read", noDefault());
      Consumer<Operations> more =
          op -> {
            op.addColumn("t", column("sent", timestampWithTimeZone(0)).notNull());
            op.renameColumn("t", "died", "ended");
          };
      try (LiveSession session = new LiveSession(server())) {
        session.execute("SET SESSION explicit_defaults_for_timestamp = OFF");
        session.migrator(create, without, more).upgrade();
        assertThat(session.creation("t").toLowerCase()).doesNotContain("on update", "'0000");
        assertThat(session.differences(create, without, more)).isEmpty();
        assertThat(session.rows("SELECT @@explicit_defaults_for_timestamp")).containsExactly("0");
      }
    }

    @Test
    void foreignKeysHoldInASessionThatDoesNotCheckThem() throws SQLException {
      Consumer<Operations> tables =
          op -> {
            op.createTable("p", column("id", integer()), primaryKey("id"));
            op.createTable("c", column("p", integer()), foreignKey("p").references("p"));
            op.createTable("d", column("p", integer()));
            op.insert("p", columns("id"), row(1));
            op.insert("c", columns("p"), row(1));
            op.insert("d", columns("p"), row(2));
          };
      try (LiveSession session = new LiveSession(server())) {
        session.execute("SET SESSION foreign_key_checks = 0");
        session.migrator(tables).upgrade();
        assertThatThrownBy(
                session.migrator(tables, op -> op.delete("p", columns("id"), row(1)))::upgrade)
            .isInstanceOf(StatementException.class);
        assertThatThrownBy(
                session.migrator(
                        tables, op -> op.addForeignKey("d", foreignKey("p").references("p")))
                    ::upgrade)
            .isInstanceOf(StatementException.class);
        assertThat(session.rows("SELECT id FROM p")).containsExactly("1");
        assertThat(session.rows("SELECT @@foreign_key_checks")).containsExactly("0");
      }
    }

    @Test
    void tablesAreInInnodbWhateverTheServersDefaultIs() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("SET SESSION default_storage_engine = MyISAM");
        session
            .migrator(
                op -> {
                  op.createTable("p", column("id", integer()), primaryKey("id"));
                  op.createTable("c", column("p", integer()), foreignKey("p").references("p"));
                })
            .upgrade();
        assertThat(
                session.rows(
                    "SELECT DISTINCT ENGINE FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = DATABASE()"))
            .containsExactly("InnoDB");
        assertThat(session.creation("c")).contains("FOREIGN KEY");
      }
    }

    @Test
    void anEngineThatTheServerDoesNotHaveIsNotReplacedByAnother() throws SQLException {
      try (LiveSession session = new LiveSession(server())) {
        session.execute("SET SESSION sql_mode = ''");
        var migrator =
            session.migrator(
                op ->
                    op.createTable(
                        "t", column("id", integer()), tableOption(MYSQL, "ENGINE=Nonesuch")));
        assertThatThrownBy(migrator::upgrade)
            .isInstanceOf(StatementException.class)
            .hasMessageContaining("Nonesuch");
      }
    }
  }
}
