package dev.migrate.testkit;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.AssertionFailedError;

/** What a revision does to the schema, upwards and downwards. */
final class SchemaCheck {

  private SchemaCheck() {}

  /**
   * The database has the schema that the operations of the revision say it has, other than what is
   * known to be the fault of a revision before it.
   */
  static Optional<String> declared(
      Scenario scenario, PlanStep step, Set<SchemaDifference.Entry> faults) {
    up(scenario, step);
    SchemaDifference all = difference(scenario, step.after());
    SchemaDifference own =
        new SchemaDifference(
            all.entries().stream().filter(entry -> !faults.contains(entry)).toList());
    faults.addAll(own.entries());
    require(own, scenario, List.of(step), step.after(), "after revision " + step.title());
    return Optional.empty();
  }

  /** The database has the schema that these steps lead to. */
  static void requireDeclared(
      Scenario scenario, List<PlanStep> steps, Schema declared, String when) {
    require(difference(scenario, declared), scenario, steps, declared, when);
  }

  private static SchemaDifference difference(Scenario scenario, Schema declared) {
    LiveDatabase database = scenario.state().database();
    Schema actual = database.dialect().canonical(scenario.state().inspect());
    try (Connection connection = database.dataSource().getConnection()) {
      return database.dialect().difference(declared, actual, connection);
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the database cannot be asked how it stores a table", failure);
    }
  }

  private static void require(
      SchemaDifference difference,
      Scenario scenario,
      List<PlanStep> steps,
      Schema declared,
      String when) {
    if (difference.isEmpty()) {
      return;
    }
    boolean raw =
        steps.stream().flatMap(step -> step.operations().stream()).anyMatch(SchemaCheck::isRaw);
    throw new AssertionFailedError(
        Facts.of(when + " the database has not the schema that the revisions declare")
            .with("differs", difference.toString())
            .with(
                "likely",
                raw
                    ? "raw SQL or code changes the schema and does not declare how"
                    : "the dialect reads back something else than it wrote, or a revision does"
                        + " not\n"
                        + "record the same each time, which its own test checks")
            .next(
                raw
                    ? "declare it: sql(\"…\").means(o -> o.createTable(…)), or use operations"
                    : "report it with the revision and the lines above")
            .toString(),
        scenario.state().database().canonical(declared),
        scenario.state().database().dialect().canonical(scenario.state().inspect()));
  }

  static boolean isRaw(Operation operation) {
    return operation instanceof RawOperation && operation.elementChanges().isEmpty();
  }

  /**
   * The revision goes up, down and up again, and leaves no trace when it is down; or it is one that
   * cannot be undone, and then it must be declared.
   */
  static Optional<String> undone(Scenario scenario, PlanStep step, boolean irreversible) {
    Schema before = scenario.state().inspect();
    Set<QualifiedName> relations = relations(scenario);
    up(scenario, step);
    Schema after = scenario.state().inspect();
    try {
      down(scenario, step);
    } catch (PlanException refused) {
      if (irreversible) {
        return Optional.empty();
      }
      throw TestFailures.of(
          Facts.of("revision " + step.title() + " cannot be undone")
              .with("problem", String.valueOf(refused.getMessage()))
              .next(
                  "add what the line \"because\" asks for, or override downgrade(…);\n"
                      + "if that is intended, let irreversible() return its id"),
          refused);
    }
    if (irreversible) {
      throw TestFailures.of(
          Facts.of("revision " + step.title() + " can be undone")
              .with("but", "irreversible() names it")
              .next("take it out of irreversible()"),
          null);
    }
    requireSame(step, "going up and down again leaves a trace", before, scenario.state().inspect());
    requireSame(step, "going up and down again leaves a trace", relations, relations(scenario));
    up(scenario, step);
    requireSame(
        step, "going up a second time makes another schema", after, scenario.state().inspect());
    return Optional.empty();
  }

  static void up(Scenario scenario, PlanStep step) {
    run(scenario, step, "the upgrade of revision ", () -> scenario.upgradeTo(step.id()));
  }

  /** Undoes the revision and nothing else, whatever other branches there are. */
  static void down(Scenario scenario, PlanStep step) {
    run(
        scenario,
        step,
        "the downgrade of revision ",
        () -> scenario.downgradeTo(step.id() + "@base"));
  }

  private static void run(Scenario scenario, PlanStep step, String what, Runnable work) {
    try {
      work.run();
    } catch (PlanException refused) {
      throw refused;
    } catch (MigrateException failed) {
      throw TestFailures.of(
          Facts.of(what + step.title() + " failed")
              .with("problem", String.valueOf(failed.getMessage()))
              .with("database", scenario.state().database().dialect().capabilities().database())
              .next("correct the revision; the database of this test is thrown away"),
          failed);
    }
  }

  private static void requireSame(PlanStep step, String problem, Schema expected, Schema actual) {
    SchemaDifference difference = SchemaDifference.between(expected, actual);
    if (!difference.isEmpty()) {
      throw new AssertionFailedError(
          trace(step, problem, difference.toString()).toString(), expected, actual);
    }
  }

  private static void requireSame(
      PlanStep step, String problem, Set<QualifiedName> expected, Set<QualifiedName> actual) {
    if (!expected.equals(actual)) {
      String difference =
          "expected  " + new TreeSet<>(expected) + "\nactual    " + new TreeSet<>(actual);
      throw new AssertionFailedError(trace(step, problem, difference).toString(), expected, actual);
    }
  }

  private static Facts trace(PlanStep step, String problem, String difference) {
    boolean raw = step.operations().stream().anyMatch(SchemaCheck::isRaw);
    return Facts.of("revision " + step.title() + ": " + problem)
        .with("differs", difference)
        .with(
            "likely",
            raw
                ? "its raw SQL or code changes the schema, and what undoes it does not undo all"
                : "its own downgrade(…) does not do what its operations say")
        .next(
            raw
                ? "correct undoneBy(…), or declare what the SQL does with means(…)"
                : "let downgrade(…) call op.undoUpgrade(), or restore what is named above");
  }

  static Set<QualifiedName> relations(Scenario scenario) {
    try {
      return scenario.state().database().relations();
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the catalogue cannot be read", failure);
    }
  }
}
