package dev.migrate.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/**
 * How long an upgrade of a database in memory takes in a warm JVM: what a test suite waits for, or
 * an application with a schema for each tenant. In several rounds, in which all take turns, in
 * milliseconds of the processor: H2 works in the thread that calls, and other programs do not
 * count.
 */
final class WarmMeasurement {

  private static final int ROUNDS = 9;

  private WarmMeasurement() {}

  /** With nothing to do; new instances of the revisions each time. */
  static Times idle(int revisions) throws SQLException {
    Map<Upgrader, JdbcDataSource> databases = new EnumMap<>(Upgrader.class);
    List<Connection> open = new ArrayList<>();
    for (Upgrader upgrader : Upgrader.values()) {
      JdbcDataSource database = database();
      open.add(database.getConnection()); // or the database would be gone between two calls
      upgrader.upgrade(database, revisions);
      databases.put(upgrader, database);
    }
    Times times = new Times();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<Upgrader, JdbcDataSource> each : databases.entrySet()) {
        times.add(each.getKey(), time(each.getKey(), each.getValue(), revisions));
      }
    }
    for (Connection connection : open) {
      connection.close();
    }
    return times;
  }

  /** On an empty database. */
  static Times fresh(int revisions, int rounds) throws SQLException {
    Times times = new Times();
    for (int round = 0; round < rounds; round++) {
      for (Upgrader upgrader : Upgrader.values()) {
        JdbcDataSource database = database();
        try (Connection open = database.getConnection()) {
          times.add(upgrader, time(upgrader, database, revisions));
          open.createStatement().execute("SHUTDOWN");
        }
      }
    }
    return times;
  }

  private static double time(Upgrader upgrader, JdbcDataSource database, int revisions)
      throws SQLException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    upgrader.upgrade(database, revisions);
    return (threads.getCurrentThreadCpuTime() - begin) / 1e6;
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    return database;
  }
}
