package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.NativeSchemaContract;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlNativeSchemaTest {

  private static final NativeSchema QUARTZ = NativeSchema.quartz("mysql_innodb");

  @Nested
  class OnMariadb implements NativeSchemaContract {

    private final Dialect dialect = TestServer.mariadb().dialect();

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }

    @Override
    public List<NativeSchema> schemas() {
      return List.of(
          QUARTZ,
          NativeSchema.springBatch("mariadb"),
          NativeSchema.springSession("mysql"),
          NativeSchema.springModulith("mariadb"),
          NativeSchema.jobRunr("mariadb"),
          NativeSchema.flowable("mysql"));
    }

    @Override
    public List<String> ownWords(Connection connection) throws SQLException {
      return MysqlNativeSchemaTest.definitions(connection);
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements NativeSchemaContract {

    private final Dialect dialect = TestServer.mysql().dialect();

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }

    @Override
    public List<NativeSchema> schemas() {
      return List.of(
          QUARTZ,
          NativeSchema.springBatch("mysql"),
          NativeSchema.springSession("mysql"),
          NativeSchema.springModulith("mysql"),
          NativeSchema.jobRunr("mysql"),
          NativeSchema.flowable("mysql"));
    }

    @Override
    public List<String> ownWords(Connection connection) throws SQLException {
      return MysqlNativeSchemaTest.definitions(connection);
    }
  }

  /**
   * How wide a client may show a whole number. It limits no value, and newer servers do not keep
   * it.
   */
  private static final String WIDTH = "(?<=int)\\(\\d+\\)(?!.* zerofill)";

  /** Every line of every table: columns in order, keys in any order, options. */
  private static List<String> definitions(Connection connection) throws SQLException {
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
}
