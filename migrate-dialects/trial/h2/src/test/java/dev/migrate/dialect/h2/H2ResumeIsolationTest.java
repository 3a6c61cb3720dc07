package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.LockException;
import dev.migrate.report.Outcome;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a connection matters on H2: isolation, schema, read-only, and its own type. */
class H2ResumeIsolationTest {

  private static final Revision TABLE =
      Revision.of(Lineage.of("table").root(), op -> op.createTable("t", column("n", integer())));

  private static final Revision ROW =
      Revision.of(Lineage.of("row").after("table"), op -> op.insert("t", columns("n"), row(1)));

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @Test
  void whoReadsUncommittedRowsDoesNotTakeTheFastPath() throws SQLException {
    DataSource plain = Databases.of(url, "", "");
    Migrator.on(plain).revisions(TABLE).build().upgrade();
    List<Object> seen = new ArrayList<>();
    try (Connection dirty = plain.getConnection()) {
      dirty.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
      Migrator hasty = Migrator.on(dirty).revisions(TABLE, ROW).lockTimeout(Duration.ZERO).build();
      // Right before the commit the row says "done" to everybody who reads what is not committed.
      FailingDataSource database = new FailingDataSource(plain);
      database.beforeCommit(() -> seen.add(outcome(hasty)));
      Migrator.on(database).revisions(TABLE, ROW).build().upgrade();
      assertThat(seen).hasSize(1).first().isInstanceOf(LockException.class);
      assertThat(hasty.upgrade().isEmpty()).isTrue();
    }
  }

  private static Object outcome(Migrator migrator) {
    try {
      return migrator.upgrade();
    } catch (LockException waiting) {
      return waiting;
    }
  }

  @Test
  void rawSqlThatSetsTheSchemaDoesNotChangeTheConnection() throws SQLException {
    try (Connection connection = Databases.of(url, "", "").getConnection()) {
      Revision away =
          Revision.of(
              Lineage.of("away").root(),
              op -> {
                op.createSchema("other");
                op.execute(sql("SET SCHEMA other").needsNoUndo());
              });
      assertThat(Migrator.on(connection).revisions(away).build().upgrade().revisions()).hasSize(1);
      assertThat(connection.getSchema()).isEqualTo("PUBLIC");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void rawSqlThatSwitchesAutoCommitIsFound() throws SQLException {
    Revision off =
        Revision.of(
            Lineage.of("off").root(), op -> op.execute(sql("SET AUTOCOMMIT FALSE").needsNoUndo()));
    try (Connection connection = Databases.of(url, "", "").getConnection()) {
      assertThatThrownBy(() -> Migrator.on(connection).revisions(off).build().upgrade())
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("the statement switched auto-commit");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void codeMaySetTheSchemaForItself() throws SQLException {
    try (Connection connection = Databases.of(url, "", "").getConnection()) {
      Revision away =
          Revision.of(
              Lineage.of("away").root(),
              op -> {
                op.createSchema("other");
                op.run(
                    code("look", context -> context.connection().setSchema("OTHER"))
                        .writes("nothing")
                        .needsNoUndo());
              });
      Outcome outcome = Migrator.on(connection).revisions(away).build().upgrade();
      assertThat(outcome.revisions()).hasSize(1);
      assertThat(connection.getSchema()).isEqualTo("PUBLIC");
    }
  }

  @Test
  void codeCanWorkWithAHandle() throws SQLException {
    Revision handled =
        Revision.of(
            Lineage.of("handled").after("table"),
            op ->
                op.run(
                    code(
                            "with a handle",
                            context ->
                                context
                                    .unwrap(Handle.class)
                                    .useTransaction(h -> h.execute("INSERT INTO t VALUES (?)", 7)))
                        .writes("t")
                        .needsNoUndo()));
    Revision committing =
        Revision.of(
            Lineage.of("committing").after("handled"),
            op ->
                op.run(
                    code("commits", context -> context.unwrap(Handle.class).commit())
                        .writes("t")
                        .needsNoUndo()));
    try (Connection connection = Databases.of(url, "", "").getConnection()) {
      Migrator migrator = Migrator.on(connection).revisions(TABLE, handled, committing).build();
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(StatementException.class)
          .hasMessageStartingWith("revision committing failed at statement 1 of 1")
          .hasStackTraceContaining("code in a revision must not call commit");
      assertThat(connection.getAutoCommit()).isTrue();
      try (var rows = connection.createStatement().executeQuery("SELECT n FROM t")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(7);
      }
    }
  }

  @Test
  void codeThatReachesAroundItsGuardIsFound() throws SQLException {
    Revision outlaw =
        Revision.of(
            Lineage.of("outlaw").root(),
            op ->
                op.run(
                    code(
                            "commit by force",
                            context -> context.unwrap(JdbcConnection.class).setAutoCommit(true))
                        .writes("nothing")
                        .needsNoUndo()));
    try (Connection connection = Databases.of(url, "", "").getConnection()) {
      assertThatThrownBy(() -> Migrator.on(connection).revisions(outlaw).build().upgrade())
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("the code ended the transaction that it ran in");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void aReadOnlyDatabaseIsRefusedUnlessThereIsNothingToDo(@TempDir Path folder) {
    String file = "jdbc:h2:file:" + folder.resolve("db");
    Migrator.on(Databases.of(file, "", "")).revisions(TABLE).build().upgrade();
    DataSource readOnly = Databases.of(file + ";ACCESS_MODE_DATA=r", "", "");
    assertThat(Migrator.on(readOnly).revisions(TABLE).build().upgrade().isEmpty()).isTrue();
    assertThatThrownBy(() -> Migrator.on(readOnly).revisions(TABLE, ROW).build().upgrade())
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("the connection is read-only");
  }
}
