package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.DatabaseException;
import dev.migrate.testkit.UrlDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Databases of every kind, and connections in every state. */
class SqliteConnectionTest {

  private static final Revision TABLE =
      Revision.of(
          Lineage.of("table").root(),
          op ->
              op.createTable(
                  "t",
                  column("id", bigint()).identity(),
                  column("n", integer()),
                  primaryKey("id")));

  private static final Revision CHANGED =
      Revision.of(
          Lineage.of("changed").after("table"), op -> op.alterColumn("t", "n", defaultTo(7)));

  private static Migrator migrator(Connection connection) {
    return Migrator.on(connection).revisions(TABLE, CHANGED).build();
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
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

  @Test
  void everyKindOfDatabaseIsMigrated() throws SQLException {
    List<DataSource> databases =
        List.of(
            SqliteDatabases.memory(),
            SqliteDatabases.sharedMemory(),
            SqliteDatabases.sharedCache(),
            SqliteDatabases.file(),
            SqliteDatabases.wal(),
            new UrlDataSource("jdbc:sqlite:", "", ""));
    for (DataSource database : databases) {
      try (Connection connection = database.getConnection()) {
        assertThat(migrator(connection).upgrade().revisions()).hasSize(2);
        assertThat(migrator(connection).upgrade().isEmpty()).isTrue();
        execute(connection, "INSERT INTO t DEFAULT VALUES");
        assertThat(migrator(connection).downgrade("-1").revisions()).hasSize(1);
        assertThat(rows(connection, "SELECT n FROM t")).containsExactly("7");
        assertThat(rows(connection, "SELECT name FROM pragma_database_list WHERE name <> 'temp'"))
            .containsExactly("main");
      }
    }
  }

  @Test
  void aReadOnlyDatabaseIsRefusedUnlessThereIsNothingToDo() throws SQLException {
    Path file = SqliteDatabases.path();
    try (Connection writable = new UrlDataSource("jdbc:sqlite:" + file, "", "").getConnection()) {
      migrator(writable).upgrade();
    }
    try (Connection readOnly =
        new UrlDataSource("jdbc:sqlite:" + file + "?open_mode=1", "", "").getConnection()) {
      assertThat(migrator(readOnly).upgrade().isEmpty()).isTrue();
      assertThatThrownBy(() -> migrator(readOnly).downgrade("base"))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void aConnectionInsideATransactionIsRefused() throws SQLException {
    try (Connection connection = SqliteDatabases.file().getConnection()) {
      execute(connection, "CREATE TABLE mine (n)");
      connection.setAutoCommit(false);
      execute(connection, "INSERT INTO mine VALUES (1)");
      assertThatThrownBy(() -> migrator(connection).upgrade())
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("inside a transaction");
      connection.rollback();
      connection.setAutoCommit(true);
      assertThat(rows(connection, "SELECT * FROM mine")).isEmpty();
    }
  }

  /** Somebody else who writes all the time does not make a rebuild fail. */
  @Test
  void applicationsWriteMeanwhile() throws Exception {
    DataSource database = SqliteDatabases.wal();
    try (Connection connection = database.getConnection()) {
      execute(connection, "CREATE TABLE busy (n)");
      Migrator.on(connection).revisions(TABLE).build().upgrade();
      execute(connection, "INSERT INTO t (n) VALUES (1), (2)");
      AtomicBoolean ended = new AtomicBoolean();
      Thread application = new Thread(() -> write(database, ended));
      application.start();
      try {
        for (int i = 0; i < 10; i++) {
          migrator(connection).upgrade();
          migrator(connection).downgrade("-1");
        }
      } finally {
        ended.set(true);
        application.join();
      }
      assertThat(rows(connection, "SELECT COUNT(*) FROM t")).containsExactly("2");
      assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  private static void write(DataSource database, AtomicBoolean ended) {
    try (Connection connection = database.getConnection()) {
      while (!ended.get()) {
        execute(connection, "INSERT INTO busy VALUES (1)");
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
