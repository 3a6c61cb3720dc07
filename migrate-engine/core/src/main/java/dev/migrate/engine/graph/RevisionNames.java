package dev.migrate.engine.graph;

import dev.migrate.Lineage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds revisions by id, label or the start of an id. Immutable and thread-safe. */
final class RevisionNames {

  private final String[] ids;
  private final int[] positions;
  private final Map<String, Integer> labels = new HashMap<>();

  /**
   * Creates the names.
   *
   * @param byId the revisions in the order of their ids
   * @param positions their positions in the canonical order
   */
  RevisionNames(List<Lineage> byId, int[] positions) {
    this.ids = new String[byId.size()];
    this.positions = positions;
    for (int rank = 0; rank < ids.length; rank++) {
      ids[rank] = byId.get(rank).id().value();
      for (String label : byId.get(rank).labels()) {
        labels.put(label, positions[rank]);
      }
    }
  }

  /** The revision with exactly this id or, if there is none, the one with this label. */
  OptionalInt exact(String name) {
    int rank = Arrays.binarySearch(ids, name);
    return rank >= 0 ? OptionalInt.of(positions[rank]) : labelled(name);
  }

  OptionalInt labelled(String label) {
    Integer position = labels.get(label);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** The revisions whose ids start with a prefix. */
  BitSet startingWith(String prefix) {
    BitSet found = new BitSet();
    int rank = Arrays.binarySearch(ids, prefix);
    for (int i = rank >= 0 ? rank : -rank - 1; i < ids.length && ids[i].startsWith(prefix); i++) {
      found.set(positions[i]);
    }
    return found;
  }

  /** All ids and labels. */
  Stream<String> all() {
    return Stream.concat(Arrays.stream(ids), labels.keySet().stream());
  }
}
