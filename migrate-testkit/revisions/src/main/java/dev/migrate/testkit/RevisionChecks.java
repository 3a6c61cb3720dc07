package dev.migrate.testkit;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptCommand;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.report.Conflict;
import dev.migrate.report.ModelCheck;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanStep;
import dev.migrate.report.Script;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What the tests of a {@link RevisionContract} do. */
final class RevisionChecks {

  private static final int SHOWN = 5;

  private final RevisionContract contract;

  RevisionChecks(RevisionContract contract) {
    this.contract = contract;
  }

  void fitTogether() {
    Scenario scenario = Ladder.fresh(contract::scenario);
    Set<RevisionId> heads = scenario.state().revisions().heads();
    if (heads.size() != contract.expectedHeads()) {
      boolean more = heads.size() > contract.expectedHeads();
      String ids = String.join(", ", heads.stream().map(id -> "\"" + id.value() + "\"").toList());
      throw TestFailures.of(
          Facts.of("the revisions have another number of heads than expected")
              .with("expected", Integer.toString(contract.expectedHeads()))
              .with("was", heads.size() + ": " + ids)
              .with(
                  "likely",
                  more
                      ? "two branches were merged in version control, and nothing joins them yet"
                      : "a revision is missing in the list")
              .next(
                  (more
                          ? "add Revision.join(Lineage.of(\"…\").after(" + ids + "))"
                          : "add it to the list")
                      + ",\nor override expectedHeads()"),
          null);
    }
    scenario.state().steps();
  }

  void haveNoConflicts() {
    List<Conflict> conflicts = Ladder.fresh(contract::scenario).state().revisions().conflicts();
    if (!conflicts.isEmpty()) {
      throw TestFailures.of(
          Facts.of("branches are in conflict")
              .with("conflict", conflicts.get(0).toString())
              .with("in all", Integer.toString(conflicts.size()))
              .next("take one of the ways out"),
          null);
    }
  }

  Stream<DynamicTest> recordTheSame() {
    List<PlanStep> first = Elsewhere.inTheWest(this::steps);
    List<PlanStep> second = Elsewhere.inTheEast(this::steps);
    return IntStream.range(0, first.size())
        .mapToObj(
            index ->
                DynamicTest.dynamicTest(
                    first.get(index).title(),
                    () -> requireSame(first.get(index), second.get(index).recording())));
  }

  private static void requireSame(PlanStep step, Recording second) {
    Recording first = step.recording();
    if (!first.equals(second)) {
      throw new AssertionFailedError(
          Facts.of("revision " + step.title() + " records something else the second time")
              .with("first", text(first))
              .with("second", text(second))
              .with(
                  "likely",
                  "it uses the clock, the default time zone or locale, random numbers, or state"
                      + " that\nit changes itself")
              .next("record constants; for the time of the run write currentTimestamp()")
              .toString(),
          text(first),
          text(second));
    }
  }

  private static String text(Recording recording) {
    List<Operation> operations = new ArrayList<>(recording.upgrade());
    operations.addAll(recording.downgrade().before());
    operations.addAll(recording.downgrade().after());
    return String.join("\n", operations.stream().map(RevisionChecks::text).toList());
  }

  /** With the first rows, which its own text leaves out. */
  private static String text(Operation operation) {
    return operation instanceof InsertRows insert
        ? insert
            + ": "
            + insert.rows().stream()
                .limit(SHOWN)
                .map(Row::toString)
                .collect(Collectors.joining(", "))
        : operation.toString();
  }

  void listEveryRevision() {
    UnlistedRevisions.require(
        Ladder.fresh(contract::scenario).state().revisions().classes(), contract.unlisted());
  }

  void destroyNothingElse() {
    DataLoss.require(steps(), contract.destructive());
  }

  Stream<DynamicTest> makeTheModel() {
    return contract.model().stream()
        .map(model -> DynamicTest.dynamicTest("the model", () -> requireMade(model)));
  }

  private void requireMade(SchemaSource model) {
    Dialect dialect = Ladder.fresh(contract::scenario).state().database().dialect();
    ModelCheck check = ModelCheck.of(declared(steps()), model, dialect);
    if (!check.isEmpty()) {
      throw new AssertionFailedError(check.toString());
    }
  }

  Stream<DynamicTest> makeTheDeclaredSchema() {
    Set<SchemaDifference.Entry> faults = ConcurrentHashMap.newKeySet();
    return ladder(Ladder.Furnishing.NONE)
        .tests((scenario, step) -> SchemaCheck.declared(scenario, step, faults));
  }

  Stream<DynamicTest> canBeUndone() {
    Set<RevisionId> irreversible = contract.irreversible();
    return ladder(Ladder.Furnishing.NONE)
        .tests(
            (scenario, step) ->
                SchemaCheck.undone(scenario, step, irreversible.contains(step.id())));
  }

  Stream<DynamicTest> keepRows() {
    Set<RevisionId> irreversible = contract.irreversible();
    return ladder(
            (scenario, revision) -> {
              contract.fill(scenario, revision);
              scenario.givenSampleRows();
            })
        .tests((scenario, step) -> RowCheck.test(scenario, step, irreversible.contains(step.id())));
  }

  private Ladder ladder(Ladder.Furnishing furnishing) {
    return new Ladder(contract::scenario, steps(), furnishing);
  }

  void upgradeOnce() {
    List<PlanStep> steps = steps();
    Scenario scenario = Ladder.fresh(contract::scenario);
    scenario.upgradeTo("heads");
    SchemaCheck.requireDeclared(scenario, steps, declared(steps), "after an upgrade at once");
    Outcome second = scenario.migrator().upgrade();
    if (!second.isEmpty()) {
      throw TestFailures.of(
          Facts.of("a second upgrade runs revisions again").with("was", second.toString()), null);
    }
  }

  void downgradeToBase() {
    List<PlanStep> steps = steps();
    if (!contract.irreversible().isEmpty()) {
      throw new TestAbortedException("irreversible() names " + contract.irreversible());
    }
    Scenario scenario = Ladder.fresh(contract::scenario);
    Set<QualifiedName> before = SchemaCheck.relations(scenario);
    scenario.upgradeTo("heads").downgradeTo("base");
    SchemaCheck.requireDeclared(scenario, steps, Schema.empty(), "after a downgrade to base");
    Set<QualifiedName> after = SchemaCheck.relations(scenario);
    if (!before.equals(after)) {
      throw new AssertionFailedError("a downgrade to base leaves tables or views", before, after);
    }
  }

  void scriptDoesTheSame() {
    List<PlanStep> steps = steps();
    Scenario scenario = Ladder.fresh(contract::scenario);
    Script script = scenario.migrator().upgradeScript();
    if (script.obstacle().isPresent()) {
      throw new TestAbortedException(script.obstacle().orElseThrow());
    }
    byHand(scenario, script);
    SchemaCheck.requireDeclared(scenario, steps, declared(steps), "after running the script");
    Outcome outcome = scenario.migrator().upgrade();
    if (!outcome.isEmpty()) {
      throw TestFailures.of(
          Facts.of("after running the script an upgrade still has something to do")
              .with("was", outcome.toString()),
          null);
    }
  }

  /** On one connection, as a client would. */
  private static void byHand(Scenario scenario, Script script) {
    List<String> sql =
        script.commands().stream().map(ScriptCommand::sql).flatMap(Optional::stream).toList();
    try (Connection connection = scenario.state().database().dataSource().getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    } catch (SQLException failure) {
      throw TestFailures.of(
          Facts.of("a statement of the script fails when it is run by hand")
              .with("database", TestFailures.text(failure)),
          failure);
    }
  }

  void branchesRunInAnyOrder() {
    List<PlanStep> steps = steps();
    Scenario scenario = Ladder.fresh(contract::scenario);
    List<RevisionId> order = backwards(scenario.state().revisions());
    if (order.equals(scenario.state().revisions().order())) {
      return;
    }
    try {
      order.forEach(scenario::upgradeTo);
    } catch (MigrateException failed) {
      requireOwnOrder(scenario.state().revisions().order());
      throw TestFailures.of(
          Facts.of("the branches cannot run in another order")
              .with("order", order.toString())
              .with("problem", String.valueOf(failed.getMessage()))
              .with("likely", "a revision of one branch needs one of the other")
              .next("declare it: Lineage.of(\"…\").after(…).dependsOn(…)"),
          failed);
    }
    SchemaCheck.requireDeclared(
        scenario, steps, declared(steps), "after the branches in the order " + order);
  }

  /** What fails in its own order as well fails for another reason, which other tests report. */
  private void requireOwnOrder(List<RevisionId> order) {
    Scenario scenario = Ladder.fresh(contract::scenario);
    try {
      order.forEach(scenario::upgradeTo);
    } catch (MigrateException failed) {
      throw new TestAbortedException(
          "see upgradesAtOnceAndOnlyOnce(): " + failed.getMessage(), failed);
    }
  }

  /** The order in which every choice between branches falls the other way. */
  private static List<RevisionId> backwards(RevisionGraph graph) {
    List<RevisionId> waiting = new ArrayList<>(graph.order());
    Collections.reverse(waiting);
    Set<RevisionId> done = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      RevisionId next =
          waiting.stream().filter(id -> needs(graph.lineage(id), done)).findFirst().orElseThrow();
      waiting.remove(next);
      done.add(next);
    }
    return List.copyOf(done);
  }

  private static boolean needs(Lineage lineage, Set<RevisionId> done) {
    return done.containsAll(lineage.parents()) && done.containsAll(lineage.dependencies());
  }

  /** The plan of everything; where there is none, that is another test's failure. */
  private List<PlanStep> steps() {
    Scenario scenario = Ladder.fresh(contract::scenario);
    try {
      return scenario.state().steps();
    } catch (MigrateException failed) {
      throw new TestAbortedException("see revisionsFitTogether(): " + failed.getMessage(), failed);
    }
  }

  private static Schema declared(List<PlanStep> steps) {
    return steps.isEmpty() ? Schema.empty() : steps.get(steps.size() - 1).after();
  }
}
