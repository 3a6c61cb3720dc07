package dev.migrate.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;

/** What {@link StartMeasurement} starts in a JVM of its own: an application that only upgrades. */
public final class StartProgram {

  private StartProgram() {}

  /**
   * Upgrades a database, and prints how many milliseconds of the processor the JVM has used.
   *
   * @param arguments the name of an {@link Upgrader}, the URL, the number of revisions
   * @throws SQLException if the database fails
   */
  public static void main(String[] arguments) throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(arguments[1]);
    Upgrader.valueOf(arguments[0]).upgrade(database, Integer.parseInt(arguments[2]));
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    System.out.println(used.toMillis());
  }
}
