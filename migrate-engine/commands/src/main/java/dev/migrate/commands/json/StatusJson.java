package dev.migrate.commands.json;

import dev.migrate.RevisionId;
import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.entry.Status;
import java.util.List;

/** The revisions on a database, as JSON. */
public final class StatusJson {

  private StatusJson() {}

  /** Every revision, and which of them deserve a look. */
  public static JsonObject of(Status status) {
    return JsonObject.EMPTY
        .with("content", status.isContent())
        .with("applied", ids(status.applied()))
        .with("pending", ids(status.pending()))
        .with("missing", ids(status.missing()))
        .with("unknown", ids(status.unknown()))
        .with("unfinished", RevisionJson.unfinished(status.unfinished()))
        .with("edited", RevisionJson.edited(status.edited()))
        .with("problem", status.problem().map(ErrorJson::of))
        .with("revisions", RevisionJson.of(status.revisions()));
  }

  private static List<RevisionId> ids(List<RevisionEntry> entries) {
    return entries.stream().map(RevisionEntry::id).toList();
  }
}
