package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.Settlement;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.contract.SessionContract.Setting;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlSessionTest implements DatabaseContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  static List<Setting> settings() {
    return List.of(
        new Setting("SET search_path TO other, public", "SHOW search_path"),
        new Setting("SELECT pg_catalog.set_config('search_path', '', false)", "SHOW search_path"),
        new Setting("SET statement_timeout = 60000", "SHOW statement_timeout"),
        new Setting("SET session_replication_role = replica", "SHOW session_replication_role"),
        new Setting("SET SESSION TIME ZONE 'Asia/Tokyo'", "SHOW timezone"),
        new Setting(
            "SET app.tenant = 'acme'",
            "SELECT coalesce(current_setting('app.tenant', true), '')",
            false),
        new Setting("SET ROLE postgres", "SHOW role"),
        new Setting(
            "PREPARE mine AS SELECT 1",
            "SELECT count(*) FROM pg_prepared_statements WHERE name = 'mine'"),
        new Setting("LISTEN mine", "SELECT count(*) FROM pg_listening_channels()"),
        new Setting(
            "SELECT pg_advisory_lock(4711)",
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
                + " AND objid = 4711"),
        new Setting(
            "CREATE TEMP TABLE mine (id int GENERATED ALWAYS AS IDENTITY)",
            "SELECT count(*) FROM pg_class WHERE relname = 'mine'"));
  }

  private static final Revision MAKE =
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("t", column("i", integer())));

  private static Revision after(String sql) {
    return Revision.of(
        Lineage.of("r2").after("r1"),
        op -> {
          op.execute(sql(sql).writes("t").needsNoUndo());
          op.execute(sql("SELECT 1 / 0").needsNoUndo());
        });
  }

  /** Wherever the word hides that ends the transaction. */
  @Test
  void rowsAreNotDoubledByAHiddenCommit() throws Exception {
    for (String sql :
        List.of(
            "DO $$ BEGIN INSERT INTO t VALUES (1); END $$; END",
            "INSERT INTO t VALUES (1); COMMIT",
            ";INSERT INTO t VALUES (1); COMMIT; BEGIN",
            "INSERT INTO t VALUES (1); COMMIT AND CHAIN",
            "INSERT INTO t VALUES (1); /* a /* b */ */ COMMIT",
            "INSERT INTO t VALUES (1); COMMIT; SELECT 1 / 0")) {
      DataSource database = PostgresqlServer.emptyDatabase();
      Migrator migrator = Migrator.on(database).revisions(MAKE, after(sql)).build();
      assertThatThrownBy(migrator::upgrade)
          .as(sql)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("ended its transaction at statement 1 of 2")
          .hasMessageContaining("what this one did before is committed")
          .hasMessageNotContaining("nothing of this revision");
      assertThatThrownBy(migrator::upgrade).isInstanceOf(InDoubtException.class);
      assertThat(rows(database, "SELECT * FROM t")).as(sql).containsExactly("1");
    }
  }

  @Test
  void aHiddenRollbackIsNotDone() {
    DataSource database = PostgresqlServer.emptyDatabase();
    Revision wrong = after("INSERT INTO t VALUES (1); ROLLBACK; INSERT INTO t VALUES (2)");
    Migrator migrator = Migrator.on(database).revisions(MAKE, wrong).build();
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("what this one did before is lost, what it did after it may be");
    assertThatThrownBy(migrator::upgrade).isInstanceOf(InDoubtException.class);
    assertThat(rows(database, "SELECT * FROM t")).containsExactly("2");
    execute(database, "DELETE FROM t");
    migrator.settle(RevisionId.of("r2"), Settlement.NOT_EXECUTED);
    Revision corrected =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> op.execute(sql("INSERT INTO t VALUES (1)").writes("t").needsNoUndo()));
    Migrator.on(database).revisions(MAKE, corrected).build().upgrade();
    assertThat(rows(database, "SELECT * FROM t")).containsExactly("1");
  }

  /** Outside of a transaction SQL can begin one, in which everything after it would be lost. */
  @Test
  void aHiddenBeginIsReported() {
    DataSource database = PostgresqlServer.emptyDatabase();
    Revision begins =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              op.execute(sql("SELECT 1; BEGIN").outsideTransaction().needsNoUndo());
              op.createTable("u", column("i", integer()));
            });
    assertThatThrownBy(() -> Migrator.on(database).revisions(MAKE, begins).build().upgrade())
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("began a transaction and did not end it");
  }
}
