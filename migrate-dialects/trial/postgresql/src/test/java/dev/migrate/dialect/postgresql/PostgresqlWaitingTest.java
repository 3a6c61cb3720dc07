package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits in PostgreSQL beside a change of a table behind a reader. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlWaitingTest implements DatabaseContract {

  private final DataSource database = emptyDatabase();

  private static final Revision TABLES =
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createTable("a", column("n", integer()));
            op.createTable("b", column("n", integer()));
            op.insert("a", columns("n"), row(1));
            op.insert("b", columns("n"), row(1));
          });

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  /** The other session never looks for a deadlock, so it is the revision that is ended. */
  @Test
  void aRevisionThatTheDatabaseEndedBecauseOfADeadlockRunsAgain() throws Exception {
    migrator(database, TABLES).upgrade();
    Revision both =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> {
              op.execute(sql("UPDATE a SET n = n + 1").writes("a").needsNoUndo());
              op.execute(sql("UPDATE b SET n = n + 1").writes("b").needsNoUndo());
            });
    List<MigrationEvent> delayed = new ArrayList<>();
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("SET deadlock_timeout = '60s'");
      other.setAutoCommit(false);
      statement.execute("UPDATE b SET n = n + 10");
      List<CompletableFuture<Void>> works = new ArrayList<>();
      Migrator.on(database)
          .revisions(TABLES, both)
          .listener(
              TestDatabase.after(
                  "r2", 1, () -> works.add(CompletableFuture.runAsync(() -> end(statement)))))
          .listener(
              event ->
                  delayed.addAll(event instanceof StatementDelayed ? List.of(event) : List.of()))
          .build()
          .upgrade();
      works.get(0).get();
    }
    assertThat(delayed).hasSize(1);
    assertThat(rows(database, "SELECT a.n, b.n FROM a, b")).containsExactly("12 12");
  }

  private static void end(Statement statement) {
    try {
      statement.execute("UPDATE a SET n = n + 10");
      statement.getConnection().commit();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Who only reads rows is not in the way of who changes them. */
  @Test
  void aReaderIsNotNamedWhereRowsChange() throws SQLException {
    migrator(database, TABLES).upgrade();
    Revision rows =
        Revision.of(
            Lineage.of("r2").after("r1"),
            op -> op.execute(sql("UPDATE a SET n = 2").writes("a").needsNoUndo()));
    List<String> named = new ArrayList<>();
    try (Connection reader = database.getConnection();
        Connection writer = database.getConnection();
        Statement reads = reader.createStatement();
        Statement writes = writer.createStatement()) {
      reader.setAutoCommit(false);
      writer.setAutoCommit(false);
      reads.execute("SELECT * FROM a");
      writes.execute("UPDATE a SET n = 3");
      Migrator.on(database)
          .revisions(TABLES, rows)
          .statementLockTimeout(Duration.ofMillis(200))
          .listener(
              event -> {
                if (event instanceof StatementDelayed delayed) {
                  delayed.sessions().forEach(session -> named.add(session.description()));
                  rollBack(writer);
                }
              })
          .build()
          .upgrade();
    }
    assertThat(named).singleElement().asString().contains("UPDATE a SET n = 3");
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
