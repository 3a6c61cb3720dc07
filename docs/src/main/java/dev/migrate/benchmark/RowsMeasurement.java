package dev.migrate.benchmark;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * How long one revision takes that inserts many rows, in milliseconds of the processor, warm: the
 * median of several rounds.
 *
 * @param byHand with a prepared statement in batches
 * @param migrator as a revision
 */
record RowsMeasurement(double byHand, double migrator) {

  private static final int ROUNDS = 7;
  private static final int BATCH = 500;

  static RowsMeasurement of(int rows) throws SQLException {
    Revision table =
        Revision.of(
            Lineage.of("table").root(),
            op ->
                op.createTable(
                    "t", column("id", integer()), column("name", varchar(40)), primaryKey("id")));
    Row[] more = new Row[rows - 1];
    Arrays.setAll(more, i -> row(i + 1, "name of " + (i + 1)));
    Revision filling =
        Revision.of(
            Lineage.of("rows").after("table"),
            op -> op.insert("t", columns("id", "name"), row(0, "name of 0"), more));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Double> handTimes = new ArrayList<>();
    List<Double> migratorTimes = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (Connection one = open();
          Connection other = open()) {
        Migrator.on(one).revisions(table).build().upgrade();
        Migrator.on(other).revisions(table).build().upgrade();
        long begin = threads.getCurrentThreadCpuTime();
        byHand(one, rows);
        long middle = threads.getCurrentThreadCpuTime();
        Migrator.on(other).revisions(table, filling).build().upgrade();
        handTimes.add((middle - begin) / 1e6);
        migratorTimes.add((threads.getCurrentThreadCpuTime() - middle) / 1e6);
      }
    }
    return new RowsMeasurement(Times.median(handTimes), Times.median(migratorTimes));
  }

  private static void byHand(Connection connection, int rows) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      for (int i = 0; i < rows; i++) {
        insert.setInt(1, i);
        insert.setString(2, "name of " + i);
        insert.addBatch();
        if (i % BATCH == BATCH - 1 || i == rows - 1) {
          insert.executeBatch();
        }
      }
    }
    connection.commit();
  }

  private static Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
  }
}
