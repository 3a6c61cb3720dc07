package dev.migrate.engine.check;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.StoredRevisions;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.json.OperationDifference;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.error.Facts;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.HistoryException;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.DialectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the code still says what the history says about applied revisions. The digest is the
 * cheap alarm; only another meaning is an error.
 */
public final class UnchangedRevisions {

  private UnchangedRevisions() {}

  /** Whether every applied revision that the code knows has the digest that the history has. */
  public static boolean isUnchanged(CodeRevisions known, History history, List<DialectName> names) {
    for (HistoryEntry entry : history.entries()) {
      if (entry.state() != RevisionState.DONE
          || (known.contains(entry.id()) && !agrees(known, entry, names))) {
        return false;
      }
    }
    return true;
  }

  /** The form that ran counts; one that the code does not know cannot be compared. */
  public static boolean agrees(CodeRevisions known, HistoryEntry entry, List<DialectName> names) {
    Optional<String> digest = known.digest(entry.id(), entry.variant(), names);
    return digest.isEmpty() || digest.get().equals(entry.digest());
  }

  /** Refuses to go on where an applied revision means something else than when it was applied. */
  public static void require(CallConnection connection, History history) {
    List<EditedRevision> edited = edited(connection, history);
    if (!edited.isEmpty()) {
      Facts facts = Facts.of("revisions were changed after they had been applied");
      for (EditedRevision each : edited) {
        facts = facts.with("revision", each.toString());
      }
      throw new HistoryException(
          facts
              .with("left", "nothing ran")
              .next("take the change back, and make it in a new revision")
              .with(
                  "or",
                  "if another application uses this history table and has the same ids:\n"
                      + "give each its own with historyTable(…)"),
          edited.stream().map(EditedRevision::revision).toList());
    }
  }

  /** The applied revisions that mean something else than when they were applied. */
  public static List<EditedRevision> edited(CallConnection connection, History history) {
    CodeRevisions known = connection.settings().known();
    List<DialectName> names = connection.dialect().names();
    StoredRevisions stored = new StoredRevisions(connection.store(), history);
    List<EditedRevision> edited = new ArrayList<>();
    for (HistoryEntry entry : history.entries()) {
      RevisionId id = entry.id();
      if (entry.state() != RevisionState.DONE
          || !known.contains(id)
          || agrees(known, entry, names)) {
        continue;
      }
      Recording then = stored.recording(id);
      Recording now = connection.state(history, history.done()).recording(id, entry.variant());
      Optional<OperationDifference> difference =
          OperationDifference.between(then.upgrade(), now.upgrade());
      if (difference.isPresent()) {
        known.requireSteady(id);
        edited.add(new EditedRevision(id, known.name(id), difference.get().toString()));
      }
    }
    return edited;
  }
}
