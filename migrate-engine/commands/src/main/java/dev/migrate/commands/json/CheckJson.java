package dev.migrate.commands.json;

import dev.migrate.report.Check;
import dev.migrate.report.Conflict;
import dev.migrate.report.ModelCheck;
import dev.migrate.report.RevisionInfo;
import java.util.List;
import java.util.Optional;

/** What {@code db check} compared, as JSON. */
public final class CheckJson {

  private CheckJson() {}

  /** The revisions, the database, and the model if there is one. */
  public static JsonObject of(Check check) {
    return JsonObject.EMPTY
        .with("content", check.isContent())
        .with("pending", check.pending().stream().map(RevisionInfo::id).toList())
        .with("edited", RevisionJson.edited(check.edited()))
        .with("unknown", check.unknown())
        .with("unfinished", RevisionJson.unfinished(check.unfinished()))
        .with("conflicts", ConflictJson.of(check.conflicts()))
        .with("drift", DifferenceJson.of(check.drift()))
        .with("model", check.model().map(DifferenceJson::of));
  }

  /** The revisions, and the model if there is one; what a database would tell is null. */
  public static JsonObject of(List<Conflict> conflicts, Optional<ModelCheck> model) {
    Optional<Object> notAsked = Optional.empty();
    return JsonObject.EMPTY
        .with("content", conflicts.isEmpty() && model.map(ModelCheck::isEmpty).orElse(true))
        .with("pending", notAsked)
        .with("edited", notAsked)
        .with("unknown", notAsked)
        .with("unfinished", notAsked)
        .with("conflicts", ConflictJson.of(conflicts))
        .with("drift", notAsked)
        .with("model", model.map(DifferenceJson::of));
  }
}
