package dev.migrate.commands.json;

import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import dev.migrate.report.UnfinishedRevision;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Revisions as JSON. */
public final class RevisionJson {

  private RevisionJson() {}

  /** Revisions in their order. */
  public static List<JsonObject> of(List<RevisionEntry> entries) {
    return entries.stream().map(RevisionJson::of).toList();
  }

  /** One revision; what the database knows is null if it was not asked. */
  public static JsonObject of(RevisionEntry entry) {
    return JsonObject.EMPTY
        .with("id", entry.id())
        .with("name", entry.name())
        .with("message", entry.lineage().message())
        .with("parents", entry.lineage().parents())
        .with("dependencies", entry.lineage().dependencies())
        .with("labels", entry.lineage().labels())
        .with("children", entry.children())
        .with("head", entry.isHead())
        .with("branchPoint", entry.isBranchPoint())
        .with("join", entry.isJoin())
        .with("state", entry.database().map(RevisionInfo::state).map(RevisionJson::word))
        .with("current", entry.database().map(info -> entry.isCurrent()))
        .with("known", !entry.isUnknown())
        .with("missing", entry.database().map(RevisionInfo::isMissing))
        .with(
            "appliedAt",
            entry
                .database()
                .filter(RevisionInfo::isApplied)
                .flatMap(RevisionInfo::appliedAt)
                .map(at -> at.truncatedTo(ChronoUnit.MILLIS)))
        .with(
            "duration",
            entry
                .database()
                .filter(RevisionInfo::isApplied)
                .flatMap(RevisionInfo::duration)
                .map(Duration::toMillis));
  }

  private static String word(RevisionState state) {
    return switch (state) {
      case PENDING -> "pending";
      case DONE -> "applied";
      case GOING_UP -> "goingUp";
      case GOING_DOWN -> "goingDown";
    };
  }

  /** Revisions that were edited after they had been applied. */
  public static List<JsonObject> edited(List<EditedRevision> revisions) {
    return revisions.stream()
        .map(
            each ->
                JsonObject.EMPTY
                    .with("id", each.revision())
                    .with("name", each.name())
                    .with("difference", each.difference()))
        .toList();
  }

  /** Revisions that began and have not ended. */
  public static List<JsonObject> unfinished(List<UnfinishedRevision> revisions) {
    return revisions.stream()
        .map(
            each ->
                JsonObject.EMPTY
                    .with("id", each.revision())
                    .with("name", each.name())
                    .with("direction", PlanJson.word(each.direction()))
                    .with("statement", each.statement()))
        .toList();
  }
}
