package dev.migrate.spring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** A database in memory of its own, which lives as long as the test. */
record Database(String url, Connection open) implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  static Database create() {
    String url = "jdbc:h2:mem:trial" + NUMBER.incrementAndGet();
    try {
      return new Database(url, DriverManager.getConnection(url, "sa", ""));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The property that points an application at it. */
  String property() {
    return "spring.datasource.url=" + url;
  }

  /** The names of all tables in lower case. */
  Set<String> tables() throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (ResultSet rows = open.getMetaData().getTables(null, "PUBLIC", null, null)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME").toLowerCase());
      }
    }
    return tables;
  }

  void execute(String sql) throws SQLException {
    try (var statement = open.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    open.close();
  }
}
