package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A name without a namespace means the database that was current when the call began. */
class MysqlPlaceTest {

  private static final Revision ACCOUNT =
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("account", column("id", bigint())));

  private static final Revision MORE =
      Revision.of(
          Lineage.of("r2").after("r1"), op -> op.addColumn("account", column("x", integer())));

  @Nested
  class OnMariadb extends Places {

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
  class OnMysql extends Places {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Places implements DatabaseContract {

    abstract TestServer server();

    @Override
    public DataSource emptyDatabase() {
      return server().emptyDatabase();
    }

    @Test
    void aDatabaseThatRawSqlUsesMovesNothing() throws Exception {
      DataSource database = emptyDatabase();
      Revision uses =
          Revision.of(
              Lineage.of("r1").root(),
              op -> {
                op.createSchema("side");
                op.execute(sql("USE side").needsNoUndo());
                op.createTable("account", column("id", bigint()));
                op.execute(sql("CREATE TABLE made (id INT)").needsNoUndo());
                op.insert("account", columns("id"), row(1));
              });
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        Migrator.on(connection).revisions(uses, MORE).build().upgrade();
        statement.execute("SELECT id, x FROM account");
        assertThat(
                rows(
                    database,
                    "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = 'side'"))
            .containsExactly("made");
      } finally {
        execute(database, "DROP DATABASE IF EXISTS side");
      }
    }

    @Test
    void withoutADatabaseNothingIsBegun() throws Exception {
      DataSource database = emptyDatabase();
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE side");
        statement.execute("USE side");
        statement.execute("DROP DATABASE side");
        assertThatThrownBy(() -> Migrator.on(connection).revisions(ACCOUNT).build().upgrade())
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("no schema is current")
            .hasMessageContaining("nothing was changed")
            .hasMessageContaining("URL");
      }
    }

    @Test
    void aReadOnlySessionIsRefused() throws Exception {
      try (Connection connection = emptyDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SET SESSION TRANSACTION READ ONLY");
        assertThatThrownBy(() -> Migrator.on(connection).revisions(ACCOUNT).build().upgrade())
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("read-only")
            .hasMessageContaining("nothing was changed");
      }
    }

    /** The server can become read-only before a run, or in the middle of one. */
    @Test
    void aServerThatIsReadOnlyForTheUserIsRefused() throws Exception {
      DataSource database = emptyDatabase();
      try {
        server().readOnly(true);
        assertThatThrownBy(() -> Migrator.on(database).revisions(ACCOUNT).build().upgrade())
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("the database is read-only for this session")
            .hasMessageContaining("nothing was changed");
        server().readOnly(false);
        assertThatThrownBy(
                () ->
                    Migrator.on(database)
                        .revisions(ACCOUNT, MORE)
                        .listener(TestDatabase.after("r1", 1, () -> server().readOnly(true)))
                        .build()
                        .upgrade())
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("read-only")
            .hasMessageContaining("  left");
      } finally {
        server().readOnly(false);
      }
      Migrator.on(database).revisions(ACCOUNT, MORE).build().upgrade();
      assertThat(new TestDatabase(database).states(ACCOUNT, MORE)).isEqualTo("[x] r1, [x] r2");
    }

    /** Both servers commit before they change the schema. */
    @Test
    void codeThatChangesTheSchemaIsReported() {
      DataSource database = emptyDatabase();
      Revision code =
          Revision.of(
              Lineage.of("r2").after("r1"),
              op ->
                  op.run(
                      code(
                              "changes",
                              context -> {
                                try (Statement statement = context.connection().createStatement()) {
                                  statement.execute("INSERT INTO account VALUES (1)");
                                  statement.execute("CREATE TABLE made (id INT)");
                                }
                              })
                          .writes("account")
                          .needsNoUndo()));
      Migrator migrator = migrator(database, ACCOUNT, code);
      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("what this one did before is committed");
      assertThatThrownBy(migrator::upgrade).isInstanceOf(InDoubtException.class);
      assertThat(rows(database, "SELECT id FROM account")).containsExactly("1");
    }
  }
}
