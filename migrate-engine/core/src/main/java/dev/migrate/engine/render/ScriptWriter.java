package dev.migrate.engine.render;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Place;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.Statement.Transaction;
import dev.migrate.engine.history.HistoryScript;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Renders plans in the SQL of a dialect. What the database cannot do is refused here, before
 * anything runs. Immutable and thread-safe.
 */
public final class ScriptWriter {

  private final Dialect dialect;
  private final HistoryTable table;
  private final Clock clock;

  /**
   * A writer for a dialect.
   *
   * @param clock the time at which the revisions of a printed script count as applied
   */
  public ScriptWriter(Dialect dialect, HistoryTable table, Clock clock) {
    this.dialect = dialect;
    this.table = table;
    this.clock = clock;
  }

  /** The same where names without a namespace are somewhere else. */
  public ScriptWriter at(Place place) {
    return new ScriptWriter(dialect.at(place), table, clock);
  }

  /**
   * Renders a plan. The script can be executed; {@link #printed} adds what a client needs.
   *
   * @throws PlanException if the database cannot do an operation; the message names the alternative
   */
  public Script write(Plan plan) {
    return Script.of(
        plan, dialect.capabilities().database(), plan.steps().stream().map(this::step).toList());
  }

  /**
   * One step as it is executed.
   *
   * @return the step with its statements
   * @throws PlanException if the database cannot do an operation
   */
  public ScriptStep step(PlanStep step) {
    List<Integer> operationsBefore = new ArrayList<>();
    List<Statement> statements = statements(step, operationsBefore);
    boolean alone =
        statements.stream().anyMatch(each -> each.transaction() == Transaction.FORBIDDEN);
    if (alone) {
      requireNoNeed(step, statements);
    }
    return new ScriptStep(
        step,
        statements,
        operationsBefore,
        dialect.capabilities().transactionalDdl() && !alone,
        dialect.renderer().settings(statements));
  }

  private static void requireNoNeed(PlanStep step, List<Statement> statements) {
    List<String> outside =
        statements.stream()
            .filter(each -> each.transaction() == Transaction.FORBIDDEN)
            .map(Statement::sql)
            .toList();
    statements.stream()
        .filter(each -> each.transaction() == Transaction.NEEDED)
        .findFirst()
        .ifPresent(
            needy -> {
              throw new PlanException(
                  Facts.of("revision " + step.title() + " cannot run as one")
                      .with("outside", String.join(";\n", outside))
                      .with("inside", needy.sql())
                      .with("because", "the first runs outside of a transaction, the second inside")
                      .with("left", "nothing ran")
                      .next("make a revision of its own of what runs outside of a transaction"),
                  step.id());
            });
  }

  /**
   * A script that can be read, and run by the vendor's client. It ends before the first revision
   * that the client cannot run.
   *
   * @param script the script as it would be executed
   * @param start the database for which it is
   */
  public Script printed(Script script, ScriptStart start) {
    Plan plan = script.plan();
    List<ScriptStep> steps = script.steps();
    String database = script.database();
    String what = plan.direction() == Direction.UP ? "upgrade" : "downgrade";
    String title = what + " on " + database;
    if (plan.isEmpty()) {
      List<ScriptCommand> nothing = List.of(ScriptCommand.comment(title + ": nothing to do"));
      return new Script(plan, database, steps, nothing, Optional.empty(), List.of());
    }
    List<ScriptCommand> commands = new ArrayList<>();
    commands.add(ScriptCommand.comment(title + ", for " + dialect.scriptFormat().client()));
    ScriptBody body = body(start);
    int carried = 0;
    Optional<String> obstacle = obstacle(steps.get(0));
    while (obstacle.isEmpty() && carried < steps.size()) {
      body.add(steps.get(carried));
      carried++;
      obstacle = carried < steps.size() ? obstacle(steps.get(carried)) : Optional.empty();
    }
    if (carried > 0) {
      commands.addAll(dialect.scriptFormat().frame(start.place(), body.commands()));
    }
    List<RevisionId> omitted = plan.revisions().subList(carried, steps.size());
    obstacle.ifPresent(why -> commands.addAll(end(why, omitted, plan.direction())));
    return new Script(plan, database, steps, commands, obstacle, omitted);
  }

  /**
   * A script that records revisions as applied or not, and runs nothing. Its plan is empty.
   *
   * @param steps the revisions in order
   * @param start the database for which it is
   * @param reason why the database is not compared with what is recorded
   */
  public Script recorded(List<PlanStep> steps, ScriptStart start, String reason) {
    String database = dialect.capabilities().database();
    String title = "stamp on " + database;
    List<ScriptCommand> commands = new ArrayList<>();
    if (steps.isEmpty()) {
      commands.add(ScriptCommand.comment(title + ": nothing to record"));
    } else {
      commands.add(ScriptCommand.comment(title + ", for " + dialect.scriptFormat().client()));
      commands.add(
          ScriptCommand.comment("The schema of the database is not compared, because " + reason));
      ScriptBody body = body(start);
      steps.forEach(body::record);
      commands.addAll(dialect.scriptFormat().frame(start.place(), body.commands()));
    }
    Plan nothing = new Plan(Direction.UP, List.of());
    return new Script(nothing, database, List.of(), commands, Optional.empty(), List.of());
  }

  private ScriptBody body(ScriptStart start) {
    return new ScriptBody(
        dialect,
        new HistoryScript(dialect, table),
        new HistoryEntries(dialect, clock, HistoryScript.SESSION),
        start);
  }

  /** Why a script cannot have a revision. */
  private Optional<String> obstacle(ScriptStep step) {
    for (Statement statement : step.statements()) {
      Optional<String> why =
          statement.kind() == Kind.CODE
              ? Optional.of("no script can run Java code")
              : dialect.scriptFormat().obstacle(statement);
      if (why.isPresent()) {
        return Optional.of(
            "revision " + step.step().title() + ": " + why.get() + "\n" + statement.sql());
      }
    }
    return Optional.empty();
  }

  private static List<ScriptCommand> end(
      String obstacle, List<RevisionId> omitted, Direction direction) {
    String call = direction == Direction.UP ? "an upgrade" : "a downgrade";
    List<String> ids = omitted.stream().map(RevisionId::value).toList();
    return List.of(
        ScriptCommand.BLANK,
        ScriptCommand.comment(
            "The script ends here.\n"
                + obstacle
                + "\nNot in this script: "
                + String.join(", ", ids)
                + "\nRun it; then "
                + call
                + " does the rest."));
  }

  /** The statements; for each, the number of operations before its own goes into the list. */
  private List<Statement> statements(PlanStep step, List<Integer> operationsBefore) {
    List<Statement> statements = new ArrayList<>();
    List<Operation> operations = step.operations();
    Schema schema = step.before();
    for (int done = 0; done < operations.size(); ) {
      RenderContext context = new RenderContext(schema, operations.subList(0, done));
      List<Operation> left = operations.subList(done, operations.size());
      List<Operation> group = left.subList(0, 1);
      try {
        group = left.subList(0, dialect.renderer().together(left, context));
        statements.addAll(dialect.renderer().render(group, context));
      } catch (MigrateException refused) {
        throw cannotRun(step, done + 1, group, refused);
      }
      operationsBefore.addAll(
          Collections.nCopies(statements.size() - operationsBefore.size(), done));
      done += group.size();
      schema = done < operations.size() ? Operation.applyAll(group, schema) : step.after();
    }
    statements.addAll(dialect.renderer().closing(List.copyOf(statements)));
    operationsBefore.addAll(
        Collections.nCopies(statements.size() - operationsBefore.size(), operations.size()));
    return statements;
  }

  private static PlanException cannotRun(
      PlanStep step, int number, List<Operation> group, MigrateException refused) {
    String which = group.size() == 1 ? "" : " to " + (number + group.size() - 1);
    String what = String.join("\n", group.stream().map(Operation::toString).toList());
    return new PlanException(
        Facts.of("revision " + step.title() + " cannot run on this database")
            .with("operation", number + which + " of " + step.operations().size() + ": " + what)
            .with("left", "nothing ran")
            .with("problem", refused.getMessage()),
        step.id(),
        refused);
  }
}
