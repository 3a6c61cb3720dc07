package dev.migrate.commands.json;

import dev.migrate.Recording;
import dev.migrate.report.ScriptStep;
import java.util.Optional;

/** What a revision does, as JSON. */
public final class ShownRevisionJson {

  private ShownRevisionJson() {}

  /**
   * What a revision recorded, and what it executes.
   *
   * @param recording empty if only the history has it
   * @param step empty if its statements are not wanted
   */
  public static JsonObject of(Optional<Recording> recording, Optional<ScriptStep> step) {
    return JsonObject.EMPTY
        .with("upgrade", recording.map(Recording::upgrade))
        .with("downgrade", recording.map(recorded -> downgrade(recorded.downgrade())))
        .with("sql", step.map(PlanJson::of));
  }

  private static JsonObject downgrade(Recording.Downgrade downgrade) {
    return JsonObject.EMPTY
        .with("before", downgrade.before())
        .with("undoesUpgrade", downgrade.undoesUpgrade())
        .with("after", downgrade.after());
  }
}
