package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.schema.DialectName.MYSQL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.Settlement;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tables of engines that keep what is not committed: nothing is done twice there by a guess. */
class MysqlWithoutTransactionsTest {

  interface Contract extends DatabaseContract {

    private static Revision rows(String engine) {
      return Revision.of(
          Lineage.of("rows").root(),
          op -> {
            op.createTable("t", column("id", integer()), tableOption(MYSQL, "ENGINE=" + engine));
            op.createTable("other", column("id", integer()));
            op.insert("t", columns("id"), row(1));
            op.createTable("last", column("id", integer()));
          });
    }

    private static void counted(Operations op, String engine) {
      op.createTable("t", column("id", integer()), tableOption(MYSQL, "ENGINE=" + engine));
      op.run(
          code(
                  "count",
                  context -> {
                    try (Statement statement = context.connection().createStatement()) {
                      statement.executeUpdate("INSERT INTO t VALUES (1)");
                    }
                  })
              .writes("t")
              .needsNoUndo());
    }

    @Test
    default void anInsertThatMayHaveHappenedIsAskedFor() throws SQLException {
      for (String engine : List.of("MyISAM", "MEMORY")) {
        for (Moment moment : Moment.values()) {
          TestDatabase probe =
              TestDatabase.upgradeKilled(emptyDatabase(), "INSERT INTO t", moment, rows(engine));
          InDoubtException doubt =
              assertThrows(InDoubtException.class, () -> probe.migrator(rows(engine)).upgrade());
          assertEquals(3, doubt.statement());
          assertTrue(
              String.valueOf(doubt.getMessage()).contains("no transactions in table t\n"),
              doubt.getMessage());
          boolean executed = moment == Moment.AFTER;
          probe
              .migrator(rows(engine))
              .settle(doubt.revision(), executed ? Settlement.EXECUTED : Settlement.NOT_EXECUTED);
          probe.migrator(rows(engine)).upgrade();
          assertEquals(List.of("1"), probe.query("SELECT id FROM t"));
        }
      }
    }

    @Test
    default void theEngineMayBeTheDefaultOfTheServer() throws SQLException {
      TestDatabase probe =
          TestDatabase.upgradeKilled(
              emptyDatabase(), "INSERT INTO t", Moment.AFTER, rows("InnoDB"));
      probe.execute("ALTER TABLE t ENGINE=MyISAM");
      assertThrows(InDoubtException.class, () -> probe.migrator(rows("InnoDB")).upgrade());
      probe.execute("ALTER TABLE t ENGINE=InnoDB", "ALTER TABLE other ENGINE=MyISAM");
      probe.migrator(rows("InnoDB")).upgrade();
      assertEquals(List.of("1"), probe.query("SELECT id FROM t"));
    }

    @Test
    default void anInsertThatFailsHalfWayIsAskedForToo() throws SQLException {
      Revision half =
          Revision.of(
              Lineage.of("half").root(),
              op -> {
                op.createTable(
                    "t",
                    column("id", integer()),
                    primaryKey("id"),
                    tableOption(MYSQL, "ENGINE=MyISAM"));
                op.execute(sql("INSERT INTO t VALUES (1), (2), (1)").writes("t").needsNoUndo());
              });
      TestDatabase probe = new TestDatabase(emptyDatabase());
      assertThrows(StatementException.class, () -> probe.migrator(half).upgrade());
      assertEquals(List.of("1", "2"), probe.query("SELECT id FROM t"));
      assertThrows(InDoubtException.class, () -> probe.migrator(half).upgrade());
    }

    @Test
    default void codeIsAskedForToo() throws SQLException {
      Revision code = Revision.of(Lineage.of("code").root(), op -> counted(op, "MyISAM"));
      TestDatabase probe =
          TestDatabase.upgradeKilled(emptyDatabase(), "INSERT INTO t", Moment.AFTER, code);
      InDoubtException doubt =
          assertThrows(InDoubtException.class, () -> probe.migrator(code).upgrade());
      probe.migrator(code).settle(doubt.revision(), Settlement.EXECUTED);
      probe.migrator(code).upgrade();
      assertEquals(List.of("1"), probe.query("SELECT id FROM t"));
      Revision safe = Revision.of(Lineage.of("code").root(), op -> counted(op, "InnoDB"));
      TestDatabase resumed =
          TestDatabase.upgradeKilled(emptyDatabase(), "INSERT INTO t", Moment.AFTER, safe);
      resumed.migrator(safe).upgrade();
      assertEquals(List.of("1"), resumed.query("SELECT id FROM t"));
    }
  }

  @Nested
  class OnMariadb implements Contract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements Contract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}
