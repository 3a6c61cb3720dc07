package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.report.DatabaseException;
import dev.migrate.testkit.Databases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections with which nothing can be done, and what is said of them. */
class H2ConnectionTest {

  private static final Revision TABLE =
      Revision.of(Lineage.of("table").root(), op -> op.createTable("t", column("id", integer())));

  @TempDir private Path folder;

  @Test
  void aClosedPoolIsNoConnection() {
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:", "sa", "");
    pool.dispose();
    assertThatThrownBy(() -> Migrator.on((DataSource) pool).revisions(TABLE).build().upgrade())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("there is no connection to the database")
        .hasMessageContaining("that the pool is open");
  }

  @Test
  void aDatabaseThatIsNotThereIsNoConnection() {
    DataSource nowhere = Databases.of("jdbc:h2:" + folder + "/none;IFEXISTS=TRUE", "sa", "");
    assertThatThrownBy(() -> Migrator.on(nowhere).revisions(TABLE).build().upgrade())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("there is no connection to the database")
        .hasMessageContaining("none");
  }

  @Test
  void aClosedConnectionIsRefused() throws SQLException {
    Connection connection = Databases.h2().getConnection();
    connection.close();
    assertThatThrownBy(() -> Migrator.on(connection).revisions(TABLE).build().upgrade())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("the connection is closed");
  }

  @Test
  void aConnectionInsideATransactionIsRefusedAndTheTransactionGoesOn() throws SQLException {
    try (Connection connection = Databases.h2().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE mine (id INTEGER)");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO mine VALUES (1)");
      assertThatThrownBy(() -> Migrator.on(connection).revisions(TABLE).build().upgrade())
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("inside a transaction");
      connection.rollback();
      try (var rows = statement.executeQuery("SELECT * FROM mine")) {
        assertThat(rows.next()).as("the row was not committed").isFalse();
      }
    }
  }

  @Test
  void aReadOnlyDatabaseIsRefusedUnlessThereIsNothingToDo() {
    String url = "jdbc:h2:" + folder + "/file";
    DataSource writable = Databases.of(url, "sa", "");
    Migrator.on(writable).revisions(TABLE).build().upgrade();
    DataSource readOnly = Databases.of(url + ";ACCESS_MODE_DATA=r", "sa", "");
    Migrator migrator = Migrator.on(readOnly).revisions(TABLE).build();
    assertThat(migrator.upgrade().isEmpty()).isTrue();
    assertThatThrownBy(() -> migrator.downgrade("base"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("read-only")
        .hasMessageContaining("primary");
  }

  @Test
  void aHandedInConnectionStaysOpen() throws SQLException {
    try (Connection connection = Databases.h2().getConnection()) {
      Migrator.on(connection).revisions(TABLE).build().upgrade();
      assertThat(connection.isClosed()).isFalse();
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MODE=Oracle",
        "MODE=Oracle;DATABASE_TO_LOWER=TRUE",
        "OLD_INFORMATION_SCHEMA=TRUE",
        "INIT=SET ALLOW_LITERALS NONE",
        "INIT=SET ALLOW_LITERALS NUMBERS"
      })
  void aSettingUnderWhichNothingCanBeMigratedIsRefusedByName(String setting) throws SQLException {
    String url = "jdbc:h2:" + folder + "/file";
    DataSource database = Databases.of(url + ";" + setting, "sa", "");
    Migrator migrator = Migrator.on(database).revisions(TABLE).build();
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining(setting.replaceAll("INIT=SET (\\w+).*|;.*", "$1"))
        .hasMessageContaining("next ");
    Databases.of(url, "sa", "").getConnection().createStatement().execute("SET ALLOW_LITERALS ALL");
    assertThat(relations(url)).as("nothing ran").doesNotContain("T", "t", "MIGRATE_HISTORY");
    Migrator.on(Databases.of(url, "sa", "")).revisions(TABLE).build().upgrade();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PostgreSQL",
        "MySQL",
        "MariaDB",
        "MSSQLServer",
        "DB2",
        "Derby",
        "HSQLDB",
        "LEGACY",
        "STRICT"
      })
  void otherModesWork(String mode) {
    DataSource database = Databases.of("jdbc:h2:" + folder + "/file;MODE=" + mode, "sa", "");
    Migrator migrator = Migrator.on(database).revisions(TABLE).build();
    assertThat(migrator.upgrade().isEmpty()).isFalse();
    assertThat(migrator.downgrade("base").isEmpty()).isFalse();
  }

  private static List<String> relations(String url) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = Databases.of(url, "sa", "").getConnection();
        var tables = connection.getMetaData().getTables(null, null, "%", null)) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** DriverManager repeats the URL that it was given. */
  @Test
  void aPasswordIsInNoMessage() {
    for (String url :
        List.of(
            "jdbc:nosuch://app:SECRET@host/db",
            "jdbc:nosuch://host/db?user=app&password=SECRET&ssl=true",
            "jdbc:nosuch:thin;Password=SECRET;")) {
      DataSource wrong = Databases.of(url, "app", "hidden");
      assertThatThrownBy(() -> Migrator.on(wrong).revisions(TABLE).build().upgrade())
          .isInstanceOfSatisfying(
              DatabaseException.class,
              failure -> {
                StringWriter text = new StringWriter();
                failure.printStackTrace(new PrintWriter(text));
                assertThat(text.toString()).contains("jdbc:nosuch").doesNotContain("SECRET");
              });
    }
  }
}
