package dev.migrate.testkit;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that opens a new connection each time, by a URL. Immutable and thread-safe.
 *
 * @param url the driver's URL
 * @param user the user
 * @param password the user's password
 */
public record UrlDataSource(String url, String user, String password) implements DataSource {

  /**
   * An H2 database in memory that nobody else has. It is gone with its last connection.
   *
   * @param settings H2's settings, each with a semicolon in front; none for the usual ones
   * @return a new, empty database
   */
  public static UrlDataSource h2(String... settings) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + String.join("", settings);
    return new UrlDataSource(url, "sa", "");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
    return DriverManager.getConnection(url, otherUser, otherPassword);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException(this + " is not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return DriverManager.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    DriverManager.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) {
    DriverManager.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() {
    return DriverManager.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("the driver's logger is not known");
  }

  /** The URL alone: a password does not belong in a log. */
  @Override
  public String toString() {
    return url;
  }
}
