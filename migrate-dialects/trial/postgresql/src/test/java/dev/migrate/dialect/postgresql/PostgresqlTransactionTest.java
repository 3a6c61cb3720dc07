package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.PlanException;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.StatementException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Death;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions that are one transaction with their history, and what becomes of one that fails. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlTransactionTest {

  private static final Revision TABLE =
      Revision.of(
          Lineage.of("table").root(),
          op -> op.createTable("t", column("n", integer()), primaryKey("n")));

  private static final Revision MORE =
      after(
          "table",
          "more",
          op -> {
            op.addColumn("t", column("m", integer()));
            op.insert("t", columns("n", "m"), row(1, 1));
            op.createTable("u", column("n", integer()));
          });

  private final DataSource database = PostgresqlServer.emptyDatabase();

  private static Revision after(String parent, String id, Consumer<Operations> operations) {
    return Revision.of(Lineage.of(id).after(parent), operations);
  }

  private static Migrator migrator(DataSource database, Revision... revisions) {
    return Migrator.on(database).revisions(List.of(revisions)).build();
  }

  private static List<String> applied(Migrator migrator) {
    return migrator.history().stream()
        .filter(RevisionInfo::isApplied)
        .map(info -> info.id().value())
        .toList();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aRevisionCostsOneStatementAndOneCommitMoreThanItHas() {
    CountingDataSource counting = new CountingDataSource(database);
    migrator(counting, TABLE).upgrade();
    counting.reset();
    migrator(counting, TABLE, MORE).upgrade();
    assertThat(counting.statements()).as("two of them limit how long others wait").isEqualTo(12);
    assertThat(counting.commits()).isEqualTo(1);
    migrator(counting, TABLE, MORE).downgrade("table");
    counting.reset();
    Migrator.on(counting).revisions(TABLE, MORE).withoutStatementLockTimeout().build().upgrade();
    assertThat(counting.statements()).isEqualTo(10);
  }

  @Test
  void aFailureLeavesNothingOfItsRevisionAndSaysWhatFailed() throws SQLException {
    Revision failing =
        after(
            "table",
            "failing",
            op -> {
              op.addColumn("t", column("m", integer()));
              op.insert("t", columns("n"), row(7));
              op.insert("t", columns("n"), row(7));
              op.createTable("u", column("n", integer()));
            });
    Migrator migrator = migrator(database, TABLE, failing);
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageStartingWith("revision failing failed at statement 3 of 4")
        .hasMessageContaining("SQLState 23505")
        .hasMessageContaining("duplicate key value violates unique constraint \"pk_t\"")
        .hasMessageContaining("nothing of this revision: it was rolled back; it is still pending")
        .hasMessageNotContaining("aborted");
    assertThat(applied(migrator)).containsExactly("table");
    try (LivePostgresql live = new LivePostgresql(database)) {
      assertThat(live.inspect().table(QualifiedName.of("t")).columns()).hasSize(1);
    }
  }

  /** PostgreSQL refuses whatever follows an error in a transaction; that is not the cause. */
  @Test
  void anErrorThatCodeSwallowsIsNotCommittedSilently() {
    Revision swallowing =
        after(
            "table",
            "swallowing",
            op ->
                op.run(
                    code(
                            "swallow",
                            context -> {
                              try {
                                execute(context.connection(), "INSERT INTO nowhere VALUES (1)");
                              } catch (SQLException ignored) {
                                // As people do.
                              }
                            })
                        .writes("t")
                        .needsNoUndo()));
    Migrator migrator = migrator(database, TABLE, swallowing);
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(StatementException.class)
        .hasMessageStartingWith("revision swallowing failed at statement 1 of 1")
        .hasMessageContaining("a statement in this code failed, and the code went on")
        .hasMessageContaining("relation \"nowhere\" does not exist")
        .hasMessageContaining("nothing of this revision");
    assertThat(applied(migrator)).containsExactly("table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "-- done\n /* now */ commit AND CHAIN",
        "start  transaction",
        "VACUUM t",
        "create unique index concurrently ix on t (n)",
        "CREATE DATABASE other"
      })
  void rawSqlThatEndsTheTransactionOrRefusesItIsRefusedBeforeAnythingRuns(String sql) {
    Revision raw = after("table", "raw", op -> op.execute(sql(sql).needsNoUndo()));
    Migrator migrator = migrator(database, TABLE, raw);
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("nothing ran");
    assertThat(applied(migrator)).isEmpty();
  }

  @Test
  void killedAnywhereARevisionIsThereAsAWholeOrNotAtAll() throws SQLException {
    Optional<Error> killed;
    int event = 1 - ContractCases.step(3);
    do {
      event += ContractCases.step(3);
      killed = killedUpAndDown(event, event % 2 == 0 ? Moment.BEFORE : Moment.AFTER);
    } while (killed.isPresent());
    assertThat(event).isGreaterThan(20);
  }

  private static Optional<Error> killedUpAndDown(int event, Moment moment) throws SQLException {
    FailingDataSource database = new FailingDataSource(PostgresqlServer.emptyDatabase());
    migrator(database, TABLE).upgrade();
    database.dieAt(event, moment, Death.PROCESS);
    Optional<Error> killed = Optional.empty();
    try {
      migrator(database, TABLE, MORE).upgrade();
      migrator(database, TABLE, MORE).downgrade("table");
    } catch (Error death) {
      killed = Optional.of(death);
    }
    database.calm();
    Migrator migrator = migrator(database, TABLE, MORE);
    int columns = applied(migrator).contains("more") ? 2 : 1;
    try (LivePostgresql live = new LivePostgresql(database)) {
      assertThat(live.inspect().table(QualifiedName.of("t")).columns()).hasSize(columns);
      assertThat(live.inspect().findTable(QualifiedName.of("u")).isPresent())
          .isEqualTo(columns == 2);
      migrator.upgrade();
      assertThat(live.query("SELECT n FROM t")).containsExactly("1");
    }
    return killed;
  }

  @Test
  void aHistoryCanBeInASchemaOfItsOwn() throws SQLException {
    try (LivePostgresql live = new LivePostgresql(database)) {
      live.execute("CREATE SCHEMA \"Ops\"");
      Migrator migrator =
          Migrator.on(database).revisions(TABLE, MORE).historyTable("Ops.migrate_history").build();
      String script = migrator.upgradeScript().toString();
      assertThat(script).contains("CREATE TABLE \"Ops\".migrate_history");
      migrator.upgrade();
      assertThat(live.query("SELECT id FROM \"Ops\".migrate_history")).hasSize(2);
      migrator.downgrade("base");
      assertThat(migrator.upgrade().revisions()).hasSize(2);
    }
  }

  @Test
  void aHistoryInASchemaThatIsNotThereIsSaidSo() {
    Migrator migrator =
        Migrator.on(database).revisions(TABLE).historyTable("nowhere.migrate_history").build();
    assertThatThrownBy(migrator::upgrade).hasMessageContaining("there is no schema nowhere");
  }

  @Test
  void aReadOnlyDatabaseIsRefusedUnlessThereIsNothingToDo() throws SQLException {
    migrator(database, TABLE).upgrade();
    try (Connection connection = database.getConnection()) {
      execute(connection, "SET default_transaction_read_only = on");
      assertThat(Migrator.on(connection).revisions(TABLE).build().upgrade().isEmpty()).isTrue();
      assertThatThrownBy(() -> Migrator.on(connection).revisions(TABLE, MORE).build().upgrade())
          .hasMessageContaining("read-only");
      assertThat(connection.getAutoCommit()).isTrue();
      execute(connection, "SELECT 1");
    }
  }
}
