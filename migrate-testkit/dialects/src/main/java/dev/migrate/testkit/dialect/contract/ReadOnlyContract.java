package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.RunException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.ForwardingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A database that becomes read-only in the middle of a run, as at a failover: the failure says so
 * and what is committed, and once it can be written again, the next call goes on without a
 * question.
 */
public interface ReadOnlyContract extends DatabaseContract {

  /** Makes a database read-only, or writable again. */
  interface Switch {

    /**
     * Does it.
     *
     * @param running the connection that the migration works on; the one to come if it is writable
     *     again
     */
    void set(Connection running, boolean readOnly) throws SQLException;
  }

  /** The way to do it while a session works; empty if the database has none. */
  Optional<Switch> readOnlySwitch();

  /** What opened the connection of the run. */
  final class Running extends ForwardingDataSource {

    private @Nullable Connection latest;

    Running(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = target.getConnection();
      latest = connection;
      return connection;
    }

    private Connection connection() {
      if (latest == null) {
        throw new AssertionError("there was no connection");
      }
      return latest;
    }
  }

  private static Revision[] revisions() {
    return new Revision[] {
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("t", column("n", integer()))),
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> {
            op.insert("t", columns("n"), row(1));
            op.addColumn("t", column("c", integer()).defaultTo(7));
            op.insert("t", columns("n"), row(2));
          }),
      Revision.of(Lineage.of("r3").after("r2"), op -> op.createTable("u", column("n", integer())))
    };
  }

  /**
   * At each event of the run.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whatBecomesReadOnlyInTheMiddleGoesOnLater(TestReporter reporter)
      throws SQLException {
    Optional<Switch> change = readOnlySwitch();
    assumeTrue(change.isPresent(), "nothing makes a database read-only that is in use");
    int failures = 0;
    int event = 1;
    while (isReached(event, change.orElseThrow(), reporter)) {
      failures++;
      event++;
    }
    assertTrue(failures >= 5, failures + " failures");
  }

  /** Whether the event came before the end, so that the run failed. */
  private boolean isReached(int event, Switch change, TestReporter reporter) throws SQLException {
    DataSource database = emptyDatabase();
    Running running = new Running(database);
    int[] events = {0};
    String told = "";
    try {
      Migrator.on(running)
          .revisions(List.of(revisions()))
          .listener(
              it -> {
                if (!(it instanceof MigrationEvent.RevisionStarted) && ++events[0] == event) {
                  set(change, running.connection(), true);
                }
              })
          .build()
          .upgrade();
    } catch (RunException failure) {
      told = String.valueOf(failure.getMessage());
      reporter.publishEntry("event " + event, told);
    } finally {
      try (Connection later = database.getConnection()) {
        change.set(later, false);
      }
    }
    boolean isLast = told.isEmpty();
    if (!isLast) {
      String words = told.toLowerCase(Locale.ROOT).replace("-", "");
      assertTrue(words.contains("readonly") || words.contains("read only"), told);
      assertTrue(told.contains("\n  left") && told.contains("\n  next"), told);
    }
    migrator(database, revisions()).upgrade();
    assertEquals(List.of("1 7", "2 7"), rows(database, "SELECT n, c FROM t ORDER BY n"));
    assertEquals("[x] r1, [x] r2, [x] r3", new TestDatabase(database).states(revisions()), told);
    return !isLast;
  }

  private static void set(Switch change, Connection connection, boolean readOnly) {
    try {
      change.set(connection, readOnly);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
