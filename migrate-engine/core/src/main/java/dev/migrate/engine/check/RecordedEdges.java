package dev.migrate.engine.check;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.AppliedRevision;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.report.RevisionState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the history has as the parents and dependencies of applied revisions, beside what the code
 * says. An edge that was added or taken away changes nothing about a database as long as its
 * revisions ran in an order that the new edges allow; otherwise the pairs on the wrong side of each
 * other are compared.
 */
public final class RecordedEdges {

  private RecordedEdges() {}

  /** Whether no pair has to be compared, found without looking at operations. */
  public static boolean areSettled(CodeRevisions known, History history, AppliedState state) {
    return edited(known, history).isEmpty()
        || state.graph().misplaced(AppliedRevision.ids(state.inOrder())).isEmpty();
  }

  /** The applied revisions to which the code now gives other edges than the history has. */
  public static List<HistoryEntry> edited(CodeRevisions known, History history) {
    LineageGraph graph = known.graph();
    List<HistoryEntry> edited = new ArrayList<>();
    for (HistoryEntry entry : history.entries()) {
      if (entry.state() == RevisionState.DONE
          && known.contains(entry.id())
          && !haveSameEdges(entry.lineage(), graph.lineage(entry.id()))) {
        edited.add(entry);
      }
    }
    return edited;
  }

  private static boolean haveSameEdges(Lineage one, Lineage other) {
    return areSame(one.parents(), other.parents())
        && areSame(one.dependencies(), other.dependencies());
  }

  private static boolean areSame(List<RevisionId> one, List<RevisionId> other) {
    return one.equals(other)
        || (one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other)));
  }

  /** Whether the history has it, at once or by way of others, that one comes before another. */
  static boolean areRecorded(RevisionId before, RevisionId after, History history) {
    return recordedBefore(after, history).contains(before);
  }

  /** What comes before a revision by the history, at once or by way of others. */
  static Set<RevisionId> recordedBefore(RevisionId id, History history) {
    Deque<RevisionId> open = new ArrayDeque<>(List.of(id));
    Set<RevisionId> before = new HashSet<>();
    while (!open.isEmpty()) {
      history.entry(open.remove()).map(HistoryEntry::lineage).stream()
          .flatMap(RecordedEdges::needs)
          .filter(before::add)
          .forEach(open::add);
    }
    return before;
  }

  private static Stream<RevisionId> needs(Lineage lineage) {
    return Stream.concat(lineage.parents().stream(), lineage.dependencies().stream());
  }
}
