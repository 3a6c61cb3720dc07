package dev.migrate.engine;

import dev.migrate.RevisionId;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of revisions that may run in any order although they conflict. Immutable.
 *
 * @param reasons why each pair does no harm
 */
record AcceptedConflicts(Map<Set<RevisionId>, String> reasons) {

  static final AcceptedConflicts NONE = new AcceptedConflicts(Map.of());

  /** Copies. */
  AcceptedConflicts {
    reasons = Map.copyOf(reasons);
  }

  AcceptedConflicts with(RevisionId one, RevisionId other, String reason) {
    Arguments.requireGiven(reason, "the reason to accept a conflict");
    Arguments.requireGiven(one, "a revision id");
    if (reason.isBlank() || one.equals(other)) {
      throw new DefinitionException(
          "the conflict of "
              + one
              + " and "
              + other
              + " is accepted for the reason \""
              + reason
              + '"',
          "name two revisions and say why their order does no harm");
    }
    Map<Set<RevisionId>, String> more = new LinkedHashMap<>(reasons);
    @Nullable String before = more.putIfAbsent(Set.of(one, other), reason);
    if (before != null) {
      throw new DefinitionException(
          "acceptConflict(…) was already called, with " + before, "call it once");
    }
    return new AcceptedConflicts(more);
  }

  /** Both, where a pair of both keeps the reason of the other one. */
  AcceptedConflicts and(AcceptedConflicts other) {
    Map<Set<RevisionId>, String> both = new LinkedHashMap<>(reasons);
    both.putAll(other.reasons);
    return new AcceptedConflicts(both);
  }

  void requireKnown(RevisionGraph graph) {
    if (reasons.isEmpty()) {
      return;
    }
    Set<RevisionId> order = Set.copyOf(graph.order());
    reasons.keySet().stream()
        .flatMap(Set::stream)
        .filter(id -> !order.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new DefinitionException(
                  "acceptConflict(…) names " + id + ", which is not in the graph",
                  "correct the id, or remove the call");
            });
  }
}
