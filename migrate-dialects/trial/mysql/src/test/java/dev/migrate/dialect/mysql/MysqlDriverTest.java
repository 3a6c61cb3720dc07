package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.report.StatementException;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.DialectContract;
import dev.migrate.testkit.dialect.contract.MigratorContract;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Both drivers on both servers; and what the session of a driver may be set to. */
class MysqlDriverTest {

  /** A driver matters to kinds of values and names. */
  private static final int SAMPLES = ContractCases.step(6);

  private static final Revision ROWS =
      Revision.of(
          Lineage.of("rows").root(),
          op -> {
            op.createTable(
                "t",
                column("id", integer()).identity(),
                column("at", timestampWithTimeZone()),
                column("text", varchar(10)).comment("a\\b"),
                column("mood", varchar(10)).defaultTo("x\\y"),
                primaryKey("id"));
            op.insert(
                "t",
                columns("id", "at", "text"),
                row(0, java.time.Instant.parse("2024-07-01T12:00:00Z"), "a\\'b"));
          });

  @Nested
  class OfMysql implements MigratorContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase("jdbc:mysql");
    }

    @Test
    void findsOutThatItIsMariadb() throws SQLException {
      try (Connection connection = emptyDatabase().getConnection()) {
        Dialect dialect =
            new MysqlDialectProvider()
                .dialectFor(DatabaseProduct.of(connection.getMetaData()))
                .orElseThrow();
        assertThat(dialect).hasToString("MariaDB 11.4");
        assertThat(dialect.names()).containsExactly(DialectName.MARIADB, DialectName.MYSQL);
      }
    }
  }

  /** Some of the samples once more, and a few sequences. */
  @Nested
  class SamplesWithTheDriverOfMysql implements DialectContract {

    @Override
    public Dialect dialect() {
      return new MysqlDialect(new MysqlServer(true, 11, 4, 5));
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().onlyDatabase("jdbc:mysql");
    }

    @Override
    public int everyNthSample() {
      return SAMPLES;
    }

    @Override
    public int randomSequences() {
      return 10;
    }
  }

  /** A real MySQL through the driver of MariaDB. */
  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OfMariadb implements MigratorContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase("jdbc:mariadb");
    }

    @Test
    void findsOutThatItIsMysql() throws SQLException {
      try (Connection connection = emptyDatabase().getConnection()) {
        Dialect dialect =
            new MysqlDialectProvider()
                .dialectFor(DatabaseProduct.of(connection.getMetaData()))
                .orElseThrow();
        assertThat(dialect).hasToString(TestServer.mysql().dialect().toString());
        assertThat(dialect.names()).containsExactly(DialectName.MYSQL);
      }
    }
  }

  /** The same on a real MySQL. */
  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class SamplesWithTheDriverOfMariadb implements DialectContract {

    private final Dialect dialect = TestServer.mysql().dialect();

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().onlyDatabase("jdbc:mariadb");
    }

    @Override
    public int everyNthSample() {
      return SAMPLES;
    }

    @Override
    public int randomSequences() {
      return 10;
    }
  }

  @Nested
  class OnMariadb extends Sessions {

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
  class OnMysql extends Sessions {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Sessions {

    abstract TestServer server();

    /**
     * Strict mode, a backslash, a 0 and an instant mean the same whatever the session is set to.
     */
    @Test
    void theSettingsOfTheSessionDoNotMatterAndStay() throws SQLException {
      String mode = "NO_BACKSLASH_ESCAPES,ANSI_QUOTES";
      try (Connection connection = server().emptyDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SET SESSION sql_mode = '" + mode + "', time_zone = '+05:00'");
        Migrator.on(connection).revisions(ROWS).build().upgrade();
        assertThat(texts(statement, "SELECT @@sql_mode, @@time_zone"))
            .containsExactly("ANSI_QUOTES,NO_BACKSLASH_ESCAPES", "+05:00");
        assertThat(texts(statement, "SELECT id, text, mood, UNIX_TIMESTAMP(at) FROM t"))
            .containsExactly("0", "a\\'b", "x\\y", "1719835200.000000");
        assertThat(
                texts(
                    statement,
                    "SELECT COLUMN_COMMENT FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'text'"))
            .containsExactly("a\\b");
      }
    }

    @Test
    void whatDoesNotFitIsAnErrorInASessionThatIsNotStrict() throws SQLException {
      Revision shorter =
          Revision.of(
              Lineage.of("shorter").after("rows"),
              op -> op.alterColumn("t", "text", type(varchar(2))));
      Revision required =
          Revision.of(
              Lineage.of("required").after("rows"),
              op -> op.alterColumn("t", "mood", type(varchar(9)), notNull(), noDefault()));
      for (Revision wrong : List.of(shorter, required)) {
        try (Connection connection = server().emptyDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("SET SESSION sql_mode = ''");
          Migrator.on(connection).revisions(ROWS).build().upgrade();
          statement.execute("UPDATE t SET mood = NULL");
          assertThatThrownBy(() -> Migrator.on(connection).revisions(ROWS, wrong).build().upgrade())
              .isInstanceOf(StatementException.class);
          assertThat(texts(statement, "SELECT text, mood FROM t"))
              .containsExactly("a\\'b", (String) null);
        }
      }
    }

    @Test
    void aColumnThatEveryRowMustFillComesOnlyToATableWithoutRows() throws SQLException {
      Revision required =
          Revision.of(
              Lineage.of("required").after("rows"),
              op -> op.addColumn("t", column("n", integer()).notNull()));
      try (Connection connection = server().emptyDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        Migrator.on(connection).revisions(ROWS).build().upgrade();
        Migrator migrator = Migrator.on(connection).revisions(ROWS, required).build();
        assertThatThrownBy(migrator::upgrade)
            .isInstanceOf(StatementException.class)
            .hasMessageContaining("a row without a value for the new column");
        statement.execute("DELETE FROM t");
        assertThat(migrator.upgrade().revisions()).hasSize(1);
      }
    }

    @Test
    void aStartWithNothingToDoCostsOneStatementWithEitherDriver() throws SQLException {
      for (String subprotocol : List.of("jdbc:mariadb", "jdbc:mysql")) {
        DataSource database = server().emptyDatabase(subprotocol);
        Migrator.on(database).revisions(ROWS).build().upgrade();
        CountingDataSource counting = new CountingDataSource(database);
        Migrator.on(counting).revisions(ROWS).build().upgrade();
        assertThat(counting.statements()).isEqualTo(1);
        assertThat(counting.metadataQueries()).isZero();
        assertThat(counting.commits()).isZero();
      }
    }

    /** As the server counts them: both drivers ask it for the isolation level, and nothing else. */
    @Test
    void theServerIsAskedTwiceAtAStartWithNothingToDo() throws SQLException {
      for (String subprotocol : List.of("jdbc:mariadb", "jdbc:mysql")) {
        try (Connection connection = server().emptyDatabase(subprotocol).getConnection();
            Statement statement = connection.createStatement()) {
          Migrator migrator = Migrator.on(connection).revisions(ROWS).build();
          migrator.upgrade();
          long before = questions(statement);
          migrator.upgrade();
          assertThat(questions(statement) - before - 1).as(subprotocol).isEqualTo(2);
        }
      }
    }
  }

  private static long questions(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
      row.next();
      return row.getLong(2);
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        texts.add(row.getString(i));
      }
    }
    return texts;
  }
}
