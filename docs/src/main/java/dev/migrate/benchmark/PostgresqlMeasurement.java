package dev.migrate.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;

/**
 * How long an upgrade of an empty PostgreSQL takes in a warm JVM, in milliseconds that pass: most
 * of it is the server's work. Flyway needs a further module for PostgreSQL and is left out.
 */
final class PostgresqlMeasurement {

  private static final int ROUNDS = 7;

  private PostgresqlMeasurement() {}

  /** The median of several rounds, in which both take turns. */
  static Map<Upgrader, Double> fresh(int revisions) throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      Times times = new Times();
      for (int round = 0; round <= ROUNDS; round++) {
        for (Upgrader upgrader : new Upgrader[] {Upgrader.BY_HAND, Upgrader.MIGRATOR}) {
          double time = time(server, upgrader, "of" + round + upgrader.name(), revisions);
          if (round > 0) {
            times.add(upgrader, time);
          }
        }
      }
      return times.medians();
    }
  }

  private static double time(EmbeddedPostgres server, Upgrader upgrader, String name, int revisions)
      throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      long begin = System.nanoTime();
      upgrader.upgrade(server.getDatabase("postgres", name.toLowerCase(Locale.ROOT)), revisions);
      double time = (System.nanoTime() - begin) / 1e6;
      statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
      return time;
    }
  }
}
