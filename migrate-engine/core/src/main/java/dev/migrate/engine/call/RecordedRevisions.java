package dev.migrate.engine.call;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.check.RecordedEdges;
import dev.migrate.engine.check.UnchangedRevisions;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.report.RevisionState;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the rows of applied revisions up to date with the code, where it gives them other edges or
 * declarations than they had and that was found to change nothing, so that the next start finds
 * nothing to look into.
 */
final class RecordedRevisions {

  private RecordedRevisions() {}

  /** A database that is ahead of the code keeps what the newer code recorded. */
  static void refresh(CallConnection connection, History history, AppliedState state) {
    if (!state.unknown().isEmpty()) {
      return;
    }
    CodeRevisions known = connection.settings().known();
    List<HistoryEntry> moved = RecordedEdges.edited(known, history);
    List<HistoryEntry> reworded =
        history.entries().stream()
            .filter(entry -> entry.state() == RevisionState.DONE && known.contains(entry.id()))
            .filter(entry -> !UnchangedRevisions.agrees(known, entry, connection.dialect().names()))
            .toList();
    if (moved.isEmpty() && reworded.isEmpty()) {
      return;
    }
    connection
        .session()
        .inTransaction(
            () -> {
              moved.forEach(
                  entry ->
                      connection
                          .store()
                          .place(entry, known.graph().lineage(entry.id()), entry.position()));
              reworded.forEach(entry -> reword(connection, state, entry));
            },
            failure -> Session.failed("the history could not be committed", failure));
  }

  /** Gives the rows that a stamp keeps their places, and the edges that the code has now. */
  static void move(
      CallConnection connection,
      History history,
      Set<RevisionId> kept,
      Map<RevisionId, Long> places) {
    CodeRevisions known = connection.settings().known();
    Set<HistoryEntry> edited = Set.copyOf(RecordedEdges.edited(known, history));
    for (HistoryEntry entry : history.entries()) {
      long place = places.getOrDefault(entry.id(), entry.position());
      if (kept.contains(entry.id()) && (edited.contains(entry) || place != entry.position())) {
        boolean isKnown = known.contains(entry.id());
        connection
            .store()
            .place(entry, isKnown ? known.graph().lineage(entry.id()) : entry.lineage(), place);
      }
    }
  }

  private static void reword(CallConnection connection, AppliedState state, HistoryEntry entry) {
    Recording recording = state.recording(entry.id(), entry.variant());
    String digest = RecordingJson.digest(recording.upgrade());
    connection
        .store()
        .correct(
            entry,
            entry.corrected(digest, RecordingJson.FORMAT),
            connection.entries().operations(recording));
  }
}
