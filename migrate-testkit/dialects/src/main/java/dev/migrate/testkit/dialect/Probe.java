package dev.migrate.testkit.dialect;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.StampOutcome;
import dev.migrate.testkit.dialect.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.FailingDataSource.Moment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A database as the contracts work with it.
 *
 * @param dataSource its connections
 */
record Probe(DataSource dataSource) {

  MigratorBuilder on(Revision... revisions) {
    return Migrator.on(dataSource).revisions(List.of(revisions));
  }

  Migrator migrator(Revision... revisions) {
    return on(revisions).build();
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  /** The first column of what a query returns. */
  List<String> query(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Revisions and how far they are, in the canonical order: {@code [x] a, [up] b}. */
  String states(Revision... revisions) {
    List<String> states = new ArrayList<>();
    for (RevisionInfo info : migrator(revisions).history()) {
      String line = info.toString();
      states.add(line.substring(0, line.indexOf(']') + 1) + " " + info.id());
    }
    return String.join(", ", states);
  }

  Snapshot snapshot() throws SQLException {
    return Snapshot.of(dataSource, Set.of());
  }

  boolean isTransactional() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Snapshot.dialect(connection).capabilities().transactionalDdl();
    }
  }

  /** A database where a call was killed at the first statement with a word in it. */
  static Probe killed(
      String word,
      Moment moment,
      Function<Migrator, ?> call,
      Action setUp,
      FailingDataSource database,
      Revision... revisions)
      throws SQLException {
    Probe probe = new Probe(database);
    setUp.run();
    database.dieAt(word, moment);
    assertThrows(Killed.class, () -> call.apply(probe.migrator(revisions)));
    database.calm();
    return probe;
  }

  static Probe upgradeKilled(
      DataSource dataSource, String word, Moment moment, Revision... revisions)
      throws SQLException {
    FailingDataSource database = new FailingDataSource(dataSource);
    return killed(word, moment, Migrator::upgrade, () -> {}, database, revisions);
  }

  static Probe downgradeKilled(
      DataSource dataSource, String word, String target, Revision... revisions)
      throws SQLException {
    FailingDataSource database = new FailingDataSource(dataSource);
    Action upgrade = () -> new Probe(database).migrator(revisions).upgrade();
    return killed(
        word, Moment.AFTER, migrator -> migrator.downgrade(target), upgrade, database, revisions);
  }

  /** Does something once, right after a statement of a revision was executed. */
  static MigrationListener after(String revision, int statement, Action action) {
    return event -> {
      if (event instanceof MigrationEvent.StatementExecuted executed
          && executed.number() == statement
          && executed.step().id().value().equals(revision)) {
        try {
          action.run();
        } catch (SQLException failure) {
          throw new IllegalStateException(failure);
        }
      }
    };
  }

  interface Action {
    void run() throws SQLException;
  }

  /** What a stamp says apart from what a database has at its birth and the model does not hold. */
  static String recorded(StampOutcome stamp) {
    return new StampOutcome(
            stamp.recorded(),
            stamp.removed(),
            stamp.undeclared(),
            List.of(),
            stamp.uncompared(),
            stamp.accepted(),
            stamp.reason())
        .toString();
  }
}
