package dev.migrate.benchmark;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** How long an upgrade and a start with nothing to do take, by hand and with the migrator. */
final class UpgradeMeasurement {

  private static final int ROUNDS = 5;

  private UpgradeMeasurement() {}

  /** Medians in milliseconds. */
  record Result(double byHand, double migrator) {}

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  static void warmUp() throws SQLException {
    for (int round = 0; round < 3; round++) {
      of(1_000);
      ofStart(1_000);
    }
  }

  static Result of(int revisions) throws SQLException {
    double[] byHand = new double[ROUNDS];
    double[] migrator = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      byHand[round] = time(connection -> byHand(connection, revisions));
      RevisionGraph graph = tables(revisions);
      migrator[round] =
          time(connection -> Migrator.on(connection).revisions(graph).build().upgrade());
    }
    return new Result(median(byHand), median(migrator));
  }

  static Result ofStart(int revisions) throws SQLException {
    double[] byHand = new double[ROUNDS];
    double[] migrator = new double[ROUNDS];
    RevisionGraph graph = tables(revisions);
    try (Connection connection = open()) {
      Migrator.on(connection).revisions(graph).build().upgrade();
      for (int round = 0; round < ROUNDS; round++) {
        byHand[round] = time(connection, UpgradeMeasurement::readByHand);
        RevisionGraph fresh = tables(revisions);
        migrator[round] =
            time(connection, same -> Migrator.on(same).revisions(fresh).build().upgrade());
      }
    }
    return new Result(median(byHand), median(migrator));
  }

  private static RevisionGraph tables(int count) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      String table = "t" + i;
      revisions.add(
          Revision.of(
              i == 0 ? start.root() : start.after("r" + (i - 1)),
              op -> op.createTable(table, column("id", integer()))));
    }
    return RevisionGraph.of(revisions);
  }

  private static void byHand(Connection connection, int revisions) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE history (id VARCHAR(64) PRIMARY KEY, applied_at TIMESTAMP NOT NULL)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO history VALUES (?, ?)")) {
        for (int i = 0; i < revisions; i++) {
          statement.execute("CREATE TABLE t" + i + " (id INTEGER)");
          insert.setString(1, "r" + i);
          insert.setTimestamp(2, Timestamp.from(Instant.now()));
          insert.executeUpdate();
        }
      }
    }
  }

  private static void readByHand(Connection connection) throws SQLException {
    List<String> applied = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, digest, state FROM migrate_history")) {
      while (rows.next()) {
        applied.add(rows.getString(1) + rows.getString(2) + rows.getString(3));
      }
    }
    if (applied.isEmpty()) {
      throw new IllegalStateException("nothing is applied");
    }
  }

  private static double time(Work work) throws SQLException {
    try (Connection connection = open()) {
      return time(connection, work);
    }
  }

  private static double time(Connection connection, Work work) throws SQLException {
    long begin = System.nanoTime();
    work.on(connection);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
