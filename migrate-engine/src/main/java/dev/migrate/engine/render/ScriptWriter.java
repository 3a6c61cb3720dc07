package dev.migrate.engine.render;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.Step;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Says plans in the SQL of a dialect. What the database cannot do is refused here, before anything
 * runs. Immutable and thread-safe.
 */
public final class ScriptWriter {

  private final Dialect dialect;
  private final HistoryTable table;
  private final Bookkeeping bookkeeping;

  /**
   * A writer for a dialect.
   *
   * @param dialect the dialect
   * @param table the history table
   * @param bookkeeping what makes the rows of the history
   */
  public ScriptWriter(Dialect dialect, HistoryTable table, Bookkeeping bookkeeping) {
    this.dialect = dialect;
    this.table = table;
    this.bookkeeping = bookkeeping;
  }

  /**
   * The steps of a plan as they are executed, without what would keep the history by hand.
   *
   * @param plan the plan
   * @return the steps with their statements
   * @throws PlanException if the database cannot do an operation; the message names the alternative
   */
  public List<ScriptStep> steps(Plan plan) {
    return plan.steps().stream()
        .map(step -> new ScriptStep(step, statements(step), List.of()))
        .toList();
  }

  /**
   * The script of a plan, fit to be read and to be run by hand.
   *
   * @param plan the plan
   * @param historyExists whether the history table is there already
   * @param firstPosition the place of the next row in the history
   * @return the script
   * @throws PlanException if the database cannot do an operation; the message names the alternative
   */
  public Script write(Plan plan, boolean historyExists, long firstPosition) {
    List<ScriptStep> steps = new ArrayList<>(plan.steps().size());
    long position = firstPosition;
    for (Step step : plan.steps()) {
      steps.add(new ScriptStep(step, statements(step), record(step, position)));
      position++;
    }
    List<String> preparation =
        historyExists || plan.isEmpty()
            ? List.of()
            : sql(new CreateTable(table.table()), Schema.empty());
    return new Script(plan, dialect.capabilities().database(), preparation, steps);
  }

  /**
   * The statements of a step.
   *
   * @param step the step
   * @return the statements in order
   * @throws PlanException if the database cannot do an operation
   */
  public List<Statement> statements(Step step) {
    List<Statement> statements = new ArrayList<>();
    Schema schema = step.before();
    int number = 0;
    for (Operation operation : step.operations()) {
      number++;
      try {
        statements.addAll(dialect.renderer().render(operation, new RenderContext(schema)));
      } catch (MigrateException refused) {
        throw new PlanException(
            Facts.of("revision " + step.title() + " cannot run on this database")
                .with("operation", number + " of " + step.operations().size() + ": " + operation)
                .with("left", "nothing ran")
                .with("problem", refused.getMessage()),
            step.id(),
            refused);
      }
      schema = number < step.operations().size() ? operation.applyTo(schema) : step.after();
    }
    return statements;
  }

  private List<String> record(Step step, long position) {
    return step.direction() == Direction.DOWN
        ? sql(table.delete(step.id()), Schema.empty().with(table.table()))
        : sql(
            table.insert(
                bookkeeping.entry(step.lineage(), step.recording(), position),
                bookkeeping.operations(step.recording())),
            Schema.empty().with(table.table()));
  }

  private List<String> sql(Operation operation, Schema before) {
    return dialect.renderer().render(operation, new RenderContext(before)).stream()
        .map(Statement::sql)
        .toList();
  }
}
