package dev.migrate.engine.render;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The database that a script is for. Immutable.
 *
 * @param historyExists whether the history table is there
 * @param applied the applied revisions, as the graph has them
 * @param place the statements after which names mean what they mean there
 */
public record ScriptStart(boolean historyExists, Collection<Lineage> applied, List<String> place) {

  /** Copies. */
  public ScriptStart {
    applied = List.copyOf(applied);
    place = List.copyOf(place);
  }

  /** The ids of the applied revisions. */
  Set<RevisionId> ids() {
    Set<RevisionId> ids = new LinkedHashSet<>();
    applied.forEach(lineage -> ids.add(lineage.id()));
    return ids;
  }

  /**
   * So many revisions as needed to distinguish this set from every other of its size: those that no
   * other one comes after, if everything that they come after is applied as well.
   */
  Set<RevisionId> telling() {
    Set<RevisionId> ids = ids();
    Set<RevisionId> heads = ids();
    for (Lineage lineage : applied) {
      if (!ids.containsAll(needs(lineage))) {
        return ids;
      }
      heads.removeAll(needs(lineage));
    }
    return heads;
  }

  static List<RevisionId> needs(Lineage lineage) {
    List<RevisionId> needs = new ArrayList<>(lineage.parents());
    needs.addAll(lineage.dependencies());
    return needs;
  }
}
