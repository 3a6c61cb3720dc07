package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The work for a revision does not grow with the number of revisions. Counted in allocated bytes,
 * which do not depend on how busy the machine is, as times do.
 */
class H2GrowthTest {

  private static final int FEW = 200;

  /** Linear is 2; a revision that looks at all others would make it 4. */
  private static final double MOST = 2.5;

  private static final int KILOBYTE = 1024;

  /** Work on an empty database; returns the bytes that the part to be measured allocates. */
  private interface Work {
    long bytes(Connection connection, int revisions);
  }

  @Test
  void aStartWithNothingToDoIsLinear() throws SQLException {
    Work idle =
        (connection, revisions) -> {
          upgrade(connection, revisions);
          long before = allocated();
          upgrade(connection, revisions);
          return allocated() - before;
        };
    requireLinear(idle, 12);
  }

  @Test
  void aScriptOfEverythingIsLinear() throws SQLException {
    Work planned =
        (connection, revisions) -> {
          Migrator migrator = Migrator.on(connection).revisions(line(revisions)).build();
          long before = allocated();
          migrator.upgradeScript("heads");
          return allocated() - before;
        };
    requireLinear(planned, 110);
  }

  @Test
  void anUpgradeOfEverythingIsLinear() throws SQLException {
    Work fresh =
        (connection, revisions) -> {
          long before = allocated();
          upgrade(connection, revisions);
          return allocated() - before;
        };
    requireLinear(fresh, 110);
  }

  /** Compares what the last 400 of 800 revisions cost with what the last 200 of 400 cost. */
  private static void requireLinear(Work work, int kilobytes) throws SQLException {
    bytes(work, FEW); // loads the classes
    long few = bytes(work, FEW);
    long twice = bytes(work, 2 * FEW);
    long last = bytes(work, 4 * FEW) - twice;
    assertThat((double) last / (twice - few)).isLessThan(MOST);
    assertThat(last / (2 * FEW)).isLessThan((long) kilobytes * KILOBYTE);
  }

  private static long bytes(Work work, int revisions) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      return work.bytes(connection, revisions);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static void upgrade(Connection connection, int revisions) {
    Migrator.on(connection).revisions(line(revisions)).build().upgrade();
  }

  private static List<Revision> line(int count) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      String table = "t" + i;
      revisions.add(
          Revision.of(
              i == 0 ? start.root() : start.after("r" + (i - 1)),
              op ->
                  op.createTable(
                      table,
                      column("id", bigint()).identity(),
                      column("name", varchar(64)).notNull(),
                      primaryKey("id"))));
    }
    return revisions;
  }
}
