package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A database beside the code: its history, its schema, and a model if one was given. Immutable and
 * thread-safe; {@code toString()} says it in the form of an error, with the next step.
 *
 * @param pending the revisions that an upgrade would run, in that order
 * @param edited the applied revisions that mean something else now than when they were applied
 * @param unknown the applied revisions that the code does not have; the database is ahead of the
 *     code, or another application shares the history
 * @param unfinished the revisions that began and have not ended
 * @param conflicts what conflicts between the branches, and was not accepted
 * @param drift how the database differs from what its applied revisions declare
 * @param model how a model differs from what all revisions make; empty if no model was given, or if
 *     branches conflict, so that there is no such schema
 */
public record Check(
    List<RevisionInfo> pending,
    List<EditedRevision> edited,
    List<RevisionId> unknown,
    List<UnfinishedRevision> unfinished,
    List<Conflict> conflicts,
    Drift drift,
    Optional<ModelCheck> model) {

  private static final int CONFLICTS = 5;

  /** Copies. */
  public Check {
    pending = List.copyOf(pending);
    edited = List.copyOf(edited);
    unknown = List.copyOf(unknown);
    unfinished = List.copyOf(unfinished);
    conflicts = List.copyOf(conflicts);
    Objects.requireNonNull(drift, "drift");
    Objects.requireNonNull(model, "model");
  }

  /**
   * Whether there is nothing to do: nothing is pending, edited, unfinished or in conflict, and
   * neither the database nor the model differs. Revisions that the code does not know do not count.
   *
   * @return true if all of this agrees
   */
  public boolean isContent() {
    return pending.isEmpty()
        && edited.isEmpty()
        && unfinished.isEmpty()
        && conflicts.isEmpty()
        && drift.isEmpty()
        && model.map(ModelCheck::isEmpty).orElse(true);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (pending.isEmpty() && unfinished.isEmpty()) {
      parts.add("every revision is applied");
    }
    if (!pending.isEmpty()) {
      parts.add(
          Facts.of(counted(pending.size(), "revision is", "revisions are") + " not applied")
              .list("pending", pending.stream().map(each -> each.id().titled(each.name())).toList())
              .next("call upgrade()")
              .toString());
    }
    if (!unfinished.isEmpty()) {
      parts.add(
          Facts.of(counted(unfinished.size(), "revision has", "revisions have") + " not ended")
              .list("at", unfinished)
              .next("if no other process migrates now, call upgrade() or downgrade(…) to end it")
              .toString());
    }
    if (!edited.isEmpty()) {
      Facts facts = Facts.of("revisions were changed after they had been applied");
      for (EditedRevision each : edited) {
        facts = facts.with("revision", each.toString());
      }
      parts.add(facts.next("take the change back, and make it in a new revision").toString());
    }
    if (!conflicts.isEmpty()) {
      conflicts.stream().limit(CONFLICTS).map(Conflict::toString).forEach(parts::add);
      int more = conflicts.size() - CONFLICTS;
      parts.add(
          more > 0
              ? Facts.of("and " + more + " more conflicts")
                  .next("call conflicts(), which has them all")
                  .toString()
              : "");
    }
    if (!unknown.isEmpty()) {
      parts.add(
          Facts.of("the code does not know " + counted(unknown.size(), "revision", "revisions"))
              .list("unknown", unknown)
              .next(
                  "deploy the version that has them, unless another application shares the history")
              .toString());
    }
    parts.add(drift.toString());
    model.map(ModelCheck::toString).ifPresent(parts::add);
    parts.removeIf(String::isEmpty);
    return String.join("\n", parts);
  }

  private static String counted(int count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }
}
