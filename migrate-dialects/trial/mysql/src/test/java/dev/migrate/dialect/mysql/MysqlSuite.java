package dev.migrate.dialect.mysql;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.DeferredRowsContract;
import dev.migrate.testkit.dialect.contract.DialectSuite;
import dev.migrate.testkit.dialect.contract.ReadOnlyContract.Switch;
import dev.migrate.testkit.dialect.contract.SessionContract.Setting;
import dev.migrate.testkit.dialect.contract.Waits;
import dev.migrate.testkit.dialect.jdbc.ReadOnlyDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** What MySQL and MariaDB have in common. */
abstract class MysqlSuite extends DialectSuite {

  static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  /**
   * How wide a client may show a whole number. It limits no value, and newer servers do not keep
   * it.
   */
  private static final String WIDTH = "(?<=int)\\(\\d+\\)(?!.* zerofill)";

  abstract TestServer server();

  @Override
  public Dialect dialect() {
    return server().dialect();
  }

  /**
   * The limits on waiting are set and restored, and the server is asked whether it is in a cluster.
   */
  @Override
  public int overhead() {
    return 13;
  }

  @Override
  public DataSource emptyDatabase() {
    return server().emptyDatabase();
  }

  @Override
  public DataSource readOnly(DataSource database) {
    return new ReadOnlyDataSource(server().reader(database));
  }

  @Override
  public DataSource temporaryDatabase() {
    return server().onlyDatabase();
  }

  @Override
  public DataSource emptyDatabase(TimeZone zone) {
    int hours = zone.getRawOffset() / 3_600_000;
    String offset = (hours < 0 ? "-" : "+") + Math.abs(hours) + ":00";
    return server().emptyDatabaseWith("&sessionVariables=time_zone='" + offset + "'");
  }

  @Override
  public Optional<String> reasonToSkip(Class<?> contract) {
    return contract == DeferredRowsContract.class
        ? Optional.of("there are no deferrable constraints")
        : Optional.empty();
  }

  @Override
  public List<String> trigger(String name, String table) {
    return MysqlAdoptions.trigger(name, table);
  }

  @Override
  public Map<String, Consumer<Operations>> moreMistakes() {
    return MysqlMistakes.all();
  }

  @Override
  public int statementsPerRevision() {
    return 3;
  }

  /** A schema is a database of the server. */
  @Override
  public boolean sharesSchemas() {
    return true;
  }

  @Override
  public void ownStatements(Operations op) {
    MysqlScriptTest.ownStatements(op);
  }

  /** For all users without more rights than those of the tests. */
  @Override
  public Optional<Switch> readOnlySwitch() {
    return Optional.of((running, readOnly) -> server().readOnly(readOnly));
  }

  @Override
  public Waits waits() {
    return new MysqlWaits(server());
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("SET SESSION sql_mode = ''", "SELECT @@SESSION.sql_mode"),
        new Setting("SET foreign_key_checks = 0", "SELECT @@SESSION.foreign_key_checks"),
        new Setting("SET time_zone = '+09:00'", "SELECT @@SESSION.time_zone"),
        new Setting("SET lock_wait_timeout = 77", "SELECT @@SESSION.lock_wait_timeout"),
        new Setting(
            "SET collation_connection = utf8mb4_bin", "SELECT @@SESSION.collation_connection"),
        new Setting("SET sql_safe_updates = 1", "SELECT @@SESSION.sql_safe_updates"),
        new Setting(
            "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE",
            "SELECT @@SESSION.transaction_isolation"),
        new Setting("USE INFORMATION_SCHEMA", "SELECT DATABASE()"),
        new Setting("SET @mine = 'x'", "SELECT @mine", false));
  }

  /** Every line of every table: columns in order, keys in any order, options. */
  @Override
  public List<String> ownWords(Connection connection) throws SQLException {
    List<String> definitions = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("SHOW FULL TABLES")) {
        while (rows.next()) {
          if (rows.getString(2).equals("BASE TABLE")) {
            tables.add(rows.getString(1));
          }
        }
      }
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("SHOW CREATE TABLE `" + table + "`")) {
          row.next();
          definitions.addAll(
              row.getString(2)
                  .lines()
                  .map(line -> line.replaceFirst(",$", "").replaceFirst(" AUTO_INCREMENT=\\d+", ""))
                  .map(line -> line.replaceFirst(WIDTH, ""))
                  .sorted(Comparator.comparing(line -> line.startsWith("  `") ? "" : line))
                  .toList());
        }
      }
    }
    return definitions;
  }

  @Override
  public String inUtc(String column, boolean hasZone) {
    String utc = "CONVERT_TZ(" + column + ", @@SESSION.time_zone, '+00:00')";
    return "SELECT DATE_FORMAT(" + (hasZone ? utc : column) + ", '%Y-%m-%d %H:%i') FROM e";
  }
}
