package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places that rows get in the order of application when revisions are recorded without being
 * run: after all others, but before what comes after them.
 */
final class HistoryPositions {

  private HistoryPositions() {}

  /**
   * The place of each row.
   *
   * @param recorded the revisions that are recorded, in the canonical order
   */
  static Map<RevisionId, Long> of(
      History history, Set<RevisionId> kept, List<RevisionId> recorded, LineageGraph graph) {
    Set<RevisionId> late = graph.ancestors(kept);
    Map<RevisionId, Long> places = new HashMap<>();
    List<RevisionId> order = new ArrayList<>();
    for (HistoryEntry entry : history.entries()) {
      if (kept.contains(entry.id())) {
        order.add(entry.id());
        places.put(entry.id(), entry.position());
      }
    }
    boolean isAppended = recorded.stream().noneMatch(late::contains);
    for (RevisionId id : recorded) {
      order.add(late.contains(id) ? firstAfter(id, order, graph) : order.size(), id);
    }
    long place = isAppended ? history.nextPosition() : 1;
    for (RevisionId id : isAppended ? recorded : order) {
      places.put(id, place);
      place++;
    }
    return places;
  }

  private static int firstAfter(RevisionId id, List<RevisionId> order, LineageGraph graph) {
    Set<RevisionId> after = graph.descendants(Set.of(id));
    int place = 0;
    while (place < order.size() && !after.contains(order.get(place))) {
      place++;
    }
    return place;
  }
}
