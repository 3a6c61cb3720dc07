package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.LeaseSupport;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database with leases, and revisions that a migrator with a lease runs. */
record LeaseTrial(TestDatabase database) {

  /** A lease that a test can wait for. */
  static final Duration SHORT = Duration.ofSeconds(1);

  /** A lease that no test waits for. */
  static final Duration LONG = Duration.ofHours(1);

  /** On an empty database; skips where there are no leases. */
  static LeaseTrial on(DatabaseContract contract) throws SQLException {
    LeaseTrial trial = new LeaseTrial(new TestDatabase(contract.emptyDatabase()));
    assumeTrue(trial.database.dialect().leases().isPresent(), "the database has no leases");
    return trial;
  }

  static Revision[] revisions() {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(
        Revision.of(Lineage.of("r0").root(), op -> op.createTable("t", column("n", integer()))));
    for (int number = 1; number < 4; number++) {
      String column = "c" + number;
      revisions.add(
          Revision.of(
              Lineage.of("r" + number).after("r" + (number - 1)),
              op -> {
                op.addColumn("t", column(column, integer()));
                op.addColumn("t", column(column + "_b", integer()));
              }));
    }
    return revisions.toArray(new Revision[0]);
  }

  void requireDone() {
    assertEquals("[x] r0, [x] r1, [x] r2, [x] r3", states());
    assertTrue(database.migrator(revisions()).drift().isEmpty());
  }

  String states() {
    return database.states(revisions());
  }

  Migrator leasing(Duration length) {
    return leasing(database.dataSource(), length);
  }

  static Migrator leasing(DataSource database, Duration length) {
    return new LeaseTrial(new TestDatabase(database)).builder(length).build();
  }

  MigratorBuilder builder(Duration length) {
    return database.on(revisions()).lease(length);
  }

  LeaseSupport support() throws SQLException {
    return database.dialect().leases().orElseThrow();
  }

  /** The table of the lease, as statements name it. */
  String lock() throws SQLException {
    return database.dialect().renderer().name(QualifiedName.of("migrate_history_lock"));
  }

  long token() throws SQLException {
    return Long.parseLong(
        database.query("SELECT token FROM " + lock() + " WHERE part = 'holder'").get(0));
  }

  /** What another process does when it takes the lease over. */
  void takeOver() {
    try {
      database.execute(
          "UPDATE "
              + lock()
              + " SET token = token + 1, holder = CASE WHEN part = 'holder' THEN 'another' END,"
              + " changes = changes + 1");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void free() throws SQLException {
    database.execute("UPDATE " + lock() + " SET holder = NULL");
  }

  static MigrationListener whenStarted(String revision, Runnable action) {
    return event -> {
      if (event instanceof MigrationEvent.RevisionStarted started
          && started.step().id().value().equals(revision)) {
        action.run();
      }
    };
  }
}
