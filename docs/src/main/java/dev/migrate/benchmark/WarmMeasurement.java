package dev.migrate.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/**
 * How long an upgrade of a database in memory takes in a warm JVM: what a test suite waits for, or
 * an application with a schema for each tenant. The best of several rounds, in milliseconds of the
 * processor: H2 works in the thread that calls, and other programs do not count.
 */
final class WarmMeasurement {

  private static final int ROUNDS = 5;

  private WarmMeasurement() {}

  /** With nothing to do; new instances of the revisions each time. */
  static Map<Upgrader, Double> idle(int revisions) throws SQLException {
    Map<Upgrader, Double> best = new EnumMap<>(Upgrader.class);
    for (Upgrader upgrader : Upgrader.values()) {
      JdbcDataSource database = database();
      try (Connection open = database.getConnection()) {
        upgrader.upgrade(database, revisions);
        for (int round = 0; round < ROUNDS && !open.isClosed(); round++) {
          best.merge(upgrader, time(upgrader, database, revisions), Math::min);
        }
      }
    }
    return best;
  }

  /** On an empty database. */
  static Map<Upgrader, Double> fresh(int revisions, int rounds) throws SQLException {
    Map<Upgrader, Double> best = new EnumMap<>(Upgrader.class);
    for (int round = 0; round < rounds; round++) {
      for (Upgrader upgrader : Upgrader.values()) {
        JdbcDataSource database = database();
        try (Connection open = database.getConnection()) {
          best.merge(upgrader, time(upgrader, database, revisions), Math::min);
          open.createStatement().execute("SHUTDOWN");
        }
      }
    }
    return best;
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
