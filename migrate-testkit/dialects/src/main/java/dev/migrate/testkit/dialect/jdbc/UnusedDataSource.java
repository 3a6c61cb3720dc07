package dev.migrate.testkit.dialect.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Stands where a database must be named that nobody may touch. */
public final class UnusedDataSource implements DataSource {

  private static UnsupportedOperationException used() {
    return new UnsupportedOperationException("the database was touched");
  }

  @Override
  public Connection getConnection() {
    throw used();
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw used();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw used();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw used();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw used();
  }

  @Override
  public int getLoginTimeout() {
    throw used();
  }

  @Override
  public Logger getParentLogger() {
    throw used();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw used();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
