package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.Outcome;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A name means an object of the main database, whatever else the connection has. */
class SqlitePlaceTest implements DatabaseContract {

  private static final Revision ACCOUNT =
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("account", column("id", bigint())));

  private static final Revision MORE =
      Revision.of(
          Lineage.of("r2").after("r1"), op -> op.addColumn("account", column("x", integer())));

  private final DataSource database = emptyDatabase();

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  @Test
  void aHistoryInAnAttachedDatabaseIsNotOurs() throws Exception {
    String other = SqliteDatabases.path().toString();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ATTACH '" + other + "' AS other");
      statement.execute("CREATE TABLE other.account (id)");
      Migrator.on(connection).revisions(ACCOUNT).build().upgrade();
      statement.execute("CREATE TABLE other.migrate_history AS SELECT * FROM migrate_history");
    }
    DataSource second = emptyDatabase();
    try (Connection connection = second.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ATTACH '" + other + "' AS other");
      assertThat(Migrator.on(connection).revisions(ACCOUNT).build().upgrade().isEmpty()).isFalse();
      Migrator.on(connection).revisions(ACCOUNT, MORE).build().upgrade();
    }
    assertThat(rows(second, "SELECT name FROM pragma_table_info('account')"))
        .containsExactly("id", "x");
  }

  @Test
  void aTemporaryTableThatHidesATableIsRefused() throws Exception {
    migrator(database, ACCOUNT).upgrade();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE Account (id)");
      Migrator migrator = Migrator.on(connection).revisions(ACCOUNT, MORE).build();
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("hidden     account")
          .hasMessageContaining("nothing was changed");
      statement.execute("DROP TABLE temp.account");
      migrator.upgrade();
    }
    assertThat(rows(database, "SELECT name FROM pragma_table_info('account')"))
        .containsExactly("id", "x");
  }

  /** After the COMMIT SQLite commits each statement by itself. */
  @Test
  void rowsAreNotDoubledByACommitOrARollbackInRawSql() {
    for (String word : List.of("COMMIT", "ROLLBACK", "END")) {
      DataSource database = emptyDatabase();
      Revision wrong =
          Revision.of(
              Lineage.of("r2").after("r1"),
              op -> {
                op.insert("account", columns("id"), row(1));
                op.execute(sql(word).needsNoUndo());
                op.insert("account", columns("id"), row(2));
              });
      Migrator migrator = migrator(database, ACCOUNT, wrong);
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("ended its transaction at statement 2 of 3");
      assertThatThrownBy(migrator::upgrade).isInstanceOf(InDoubtException.class);
      assertThat(rows(database, "SELECT id FROM account"))
          .as(word)
          .isEqualTo(word.equals("ROLLBACK") ? List.of() : List.of("1"));
    }
  }

  /** A connection in the cache may be kept even from asking. */
  @Test
  void migratorsThatShareACacheWaitForEachOther() throws Exception {
    DataSource shared = SqliteDatabases.sharedCache();
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String table = "t" + i;
      Lineage.Start start = Lineage.of("r" + i);
      revisions.add(
          Revision.of(
              i == 0 ? start.root() : start.after("r" + (i - 1)),
              op -> {
                op.createTable(table, column("id", integer()));
                op.run(code("slow", context -> Thread.sleep(20)).writes(table).needsNoUndo());
              }));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Connection keep = shared.getConnection()) {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        outcomes.add(
            threads.submit(() -> Migrator.on(shared).revisions(revisions).build().upgrade()));
      }
      int run = 0;
      for (Future<Outcome> outcome : outcomes) {
        run += outcome.get(60, TimeUnit.SECONDS).revisions().size();
      }
      assertThat(run).isEqualTo(5);
      assertThat(keep.isValid(1)).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }
}
