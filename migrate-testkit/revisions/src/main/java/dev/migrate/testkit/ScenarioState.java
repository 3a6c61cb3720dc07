package dev.migrate.testkit;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Row;
import dev.migrate.report.PlanStep;
import dev.migrate.report.RevisionInfo;
import dev.migrate.schema.Schema;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Revisions and the database that they run on: what a scenario asks and does. */
final class ScenarioState {

  private final RevisionGraph revisions;
  private final Migrator migrator;
  private final LiveDatabase database;
  private @Nullable Set<String> namespaces;

  ScenarioState(RevisionGraph revisions, Migrator migrator, LiveDatabase database) {
    this.revisions = revisions;
    this.migrator = migrator;
    this.database = database;
  }

  RevisionGraph revisions() {
    return revisions;
  }

  LiveDatabase database() {
    return database;
  }

  /** Every revision from the empty state to the heads; planned without a look at the history. */
  List<PlanStep> steps() {
    return OfflineMigrator.of(database.dialect(), revisions)
        .upgradeScript("base:heads")
        .plan()
        .steps();
  }

  /** What the catalogue says about every namespace that a revision makes. */
  Schema inspect() {
    try {
      return database.inspect(namespaces());
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the catalogue cannot be read", failure);
    }
  }

  private Set<String> namespaces() {
    Set<String> known = namespaces;
    if (known == null) {
      known = new TreeSet<>();
      for (PlanStep step : steps()) {
        known.addAll(step.after().namespaces());
      }
      namespaces = known;
    }
    return known;
  }

  void execute(String sql, @Nullable Object... parameters) {
    try {
      database.execute(sql, parameters);
    } catch (SQLException failure) {
      Facts facts = Facts.of("a given statement failed").with("statement", sql);
      if (parameters.length > 0) {
        facts = facts.with("with", Arrays.toString(parameters));
      }
      throw failed(facts, failure);
    }
  }

  void requireRows(String sql, List<Row> expected) {
    List<Row> actual;
    try {
      actual = database.rows(sql);
    } catch (SQLException failure) {
      throw failed(Facts.of("the query failed").with("query", sql), failure);
    }
    RowDifference difference =
        RowDifference.isOrdered(sql)
            ? RowDifference.inOrder(expected, actual)
            : RowDifference.inAnyOrder(expected, actual);
    if (!difference.isEmpty()) {
      throw TestFailures.ofRows(sql, expected, actual, difference, position());
    }
  }

  private AssertionError failed(Facts facts, SQLException failure) {
    return TestFailures.of(
        facts
            .with("database", TestFailures.text(failure))
            .with("revision", position())
            .next("write it for the tables as they are at this revision"),
        failure);
  }

  /** The revisions at which the database is, in words. */
  String position() {
    try {
      List<RevisionInfo> current = migrator.current();
      return current.isEmpty()
          ? "base: none is applied"
          : current.stream().map(ScenarioState::title).collect(Collectors.joining(", "));
    } catch (MigrateException unknown) {
      return "unknown: " + unknown.getMessage();
    }
  }

  private static String title(RevisionInfo info) {
    return info.id().titled(info.name());
  }
}
