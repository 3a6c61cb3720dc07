package dev.migrate.commands.json;

import dev.migrate.report.Direction;
import dev.migrate.report.PlanStep;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;

/** A plan with its statements as JSON. */
public final class PlanJson {

  private PlanJson() {}

  /** The steps of a plan, each with its statements. */
  public static JsonObject of(Script script) {
    return JsonObject.EMPTY
        .with("database", script.database())
        .with("direction", word(script.plan().direction()))
        .with("steps", script.steps().stream().map(PlanJson::of).toList())
        .with("dataLoss", script.plan().dataLoss());
  }

  /** One step. */
  public static JsonObject of(ScriptStep scripted) {
    PlanStep step = scripted.step();
    return JsonObject.EMPTY
        .with("id", step.id())
        .with("name", step.name())
        .with("message", step.lineage().message())
        .with("reconciledAfter", step.variant())
        .with("operations", step.operations())
        .with("statements", scripted.statements())
        .with("inOneTransaction", scripted.inOneTransaction())
        .with("dataLoss", step.dataLoss())
        .with("mustBeEmpty", step.mustBeEmpty());
  }

  static String word(Direction direction) {
    return direction == Direction.UP ? "up" : "down";
  }
}
