package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * A database with a table {@code t} that one session holds while a revision changes it. The
 * revision also adds rows to {@code seen}, which show how often its statements took effect.
 */
record WaitingTrial(Waits waits, DataSource database) {

  /** A database for a user who sees other sessions; the first revision has run. */
  static WaitingTrial on(WaitingDatabase contract) {
    Waits waits = contract.waits();
    return on(waits, waits.withRights(contract.emptyDatabase()));
  }

  /** An empty database; the first revision runs. */
  static WaitingTrial on(Waits waits, DataSource database) {
    WaitingTrial trial = new WaitingTrial(waits, database);
    trial.patient().build().upgrade("r1");
    return trial;
  }

  static Revision[] revisions() {
    return new Revision[] {
      Revision.of(
          Lineage.of("r1").root(),
          op -> {
            op.createTable("t", column("id", integer()), primaryKey("id"));
            op.createTable("seen", column("id", integer()));
            op.insert("t", columns("id"), row(1));
          }),
      Revision.of(
          Lineage.of("r2").after("r1"),
          op -> {
            op.insert("seen", columns("id"), row(1));
            op.addColumn("t", column("c", integer()).defaultTo(7));
            op.insert("seen", columns("id"), row(2));
          })
    };
  }

  /** Short attempts, as long as they take. */
  MigratorBuilder patient() {
    return patient(revisions());
  }

  MigratorBuilder patient(Revision... revisions) {
    return Migrator.on(database).revisions(List.of(revisions)).statementLockTimeout(shortest());
  }

  /** One short attempt. */
  MigratorBuilder impatient() {
    return patient().statementLockLimit(shortest());
  }

  Duration shortest() {
    return waits.shortest();
  }

  boolean isTransactional() throws SQLException {
    return new TestDatabase(database).isTransactional();
  }

  /** Begins a transaction that holds the table. */
  void hold(Connection connection) throws SQLException {
    hold(connection, waits.holding());
  }

  static void hold(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static void release(Connection holder) {
    try {
      holder.rollback();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  static String read(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  List<String> rows(String sql) {
    try {
      return new TestDatabase(database).rows(sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  void requireDone() {
    assertEquals(List.of("1", "2"), rows("SELECT id FROM seen ORDER BY id"));
    assertEquals(List.of("1 7"), rows("SELECT id, c FROM t ORDER BY id"));
    assertEquals("[x] r1, [x] r2", new TestDatabase(database).states(revisions()));
  }
}
