package dev.migrate.picture.graph;

import dev.migrate.RevisionId;
import dev.migrate.report.Conflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conflicts between two revisions. Immutable.
 *
 * @param about over what they conflict, in words
 */
public record DrawnConflict(RevisionId first, RevisionId second, String about) {

  private record Pair(RevisionId first, RevisionId second) {}

  /** One for each pair of revisions, in the order of the conflicts. */
  static List<DrawnConflict> of(List<Conflict> conflicts) {
    Map<Pair, Set<String>> pairs = new LinkedHashMap<>();
    for (Conflict conflict : conflicts) {
      Pair pair = new Pair(conflict.first().revision(), conflict.second().revision());
      pairs.computeIfAbsent(pair, none -> new LinkedHashSet<>()).add(about(conflict));
    }
    List<DrawnConflict> drawn = new ArrayList<>();
    pairs.forEach(
        (pair, about) ->
            drawn.add(new DrawnConflict(pair.first(), pair.second(), String.join(", ", about))));
    return List.copyOf(drawn);
  }

  private static String about(Conflict conflict) {
    return switch (conflict.kind()) {
      case CONFLICT -> conflict.cell().toString();
      case SAME_CHANGE -> "the same change of " + conflict.cell();
      case UNKNOWN -> "effects that are not declared";
    };
  }

  /** Whether the revision is one of the two. */
  public boolean concerns(RevisionId id) {
    return first.equals(id) || second.equals(id);
  }

  /** The other one of the two. */
  public RevisionId other(RevisionId id) {
    return first.equals(id) ? second : first;
  }
}
