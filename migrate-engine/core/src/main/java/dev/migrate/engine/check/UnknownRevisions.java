package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.error.Facts;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.report.ScriptStep;

/**
 * What may be undone though only the history knows it: operations are rendered again, code is gone,
 * and raw SQL from the table runs only with consent, because anyone who can write to the table
 * could otherwise have any SQL executed.
 */
public final class UnknownRevisions {

  private UnknownRevisions() {}

  public static void require(Settings settings, AppliedState state, Plan plan) {
    for (PlanStep step : plan.steps()) {
      if (!state.isKnown(step.id())) {
        step.operations().forEach(operation -> require(settings, step.id(), operation));
      }
    }
  }

  /**
   * Checks that a revision in flight can be ended, from a statement on.
   *
   * @param left the state that things are in
   */
  public static void requireRunnable(Settings settings, ScriptStep step, int next, String left) {
    for (Statement statement : step.statements().subList(next - 1, step.statements().size())) {
      boolean raw = step.step().operations().contains(statement.part());
      if (raw || statement.kind() == Statement.Kind.CODE) {
        require(settings, step.step().id(), statement.part(), "ended", left);
      }
    }
  }

  private static void require(Settings settings, RevisionId id, Operation operation) {
    require(settings, id, operation, "undone", "nothing ran; every revision is still applied");
  }

  private static void require(
      Settings settings, RevisionId id, Operation operation, String what, String left) {
    if (operation instanceof RunCode code && !RecordingJson.isRunnable(code)) {
      throw refused(
          id,
          operation,
          what,
          "the code that does it is not in the history",
          left,
          "deploy the version that has revision " + id + " and call again with it");
    } else if (operation instanceof ExecuteSql && !settings.undoesUnknownSql()) {
      throw refused(
          id,
          operation,
          what,
          "the code does not know the revision, and raw SQL from the history needs consent",
          left,
          "read the SQL above, then build the migrator with .undoesUnknownSql()");
    }
  }

  private static PlanException refused(
      RevisionId id, Operation operation, String what, String reason, String left, String next) {
    return new PlanException(
        Facts.of("revision " + id + " cannot be " + what)
            .with("operation", operation.toString())
            .with("because", reason)
            .with("left", left)
            .next(next),
        id);
  }
}
