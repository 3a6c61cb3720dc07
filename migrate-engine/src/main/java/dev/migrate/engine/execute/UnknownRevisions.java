package dev.migrate.engine.execute;

import dev.migrate.RevisionId;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.plan.Situation;
import dev.migrate.error.Facts;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.Step;

/**
 * What may be undone though only the history knows it: operations are rendered anew, code is gone,
 * and raw SQL out of a table runs with consent only, because whoever can write to that table could
 * otherwise have anything executed.
 */
final class UnknownRevisions {

  private UnknownRevisions() {}

  static void require(Site site, Situation situation, Plan plan) {
    for (Step step : plan.steps()) {
      if (!situation.isKnown(step.id())) {
        step.operations().forEach(operation -> require(site, step.id(), operation));
      }
    }
  }

  private static void require(Site site, RevisionId id, Operation operation) {
    if (operation instanceof RunCode code && !RecordingJson.isRunnable(code)) {
      throw refused(
          id,
          operation,
          "the code that undoes it is not in the history",
          "deploy the version that has revision " + id + " and downgrade with it");
    } else if (operation instanceof ExecuteSql && !site.settings().undoesUnknownSql()) {
      throw refused(
          id,
          operation,
          "the code does not know the revision, and raw SQL from the history needs consent",
          "read the SQL above, then build the migrator with .undoesUnknownSql()");
    }
  }

  private static PlanException refused(
      RevisionId id, Operation operation, String reason, String next) {
    return new PlanException(
        Facts.of("revision " + id + " cannot be undone")
            .with("operation", operation.toString())
            .with("because", reason)
            .with("left", "nothing ran; every revision is still applied")
            .next(next),
        id,
        null);
  }
}
