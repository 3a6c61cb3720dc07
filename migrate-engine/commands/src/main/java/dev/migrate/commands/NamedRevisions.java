package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import java.util.List;

/** Revisions as arguments name them, without a database. */
final class NamedRevisions {

  private NamedRevisions() {}

  /** Each once, in the order of the arguments. */
  static List<RevisionId> of(RevisionGraph graph, List<String> targets) {
    return targets.stream().map(target -> one(graph, target)).distinct().toList();
  }

  /**
   * The revision that a target names.
   *
   * @throws dev.migrate.error.MigrateException if it names none, or several, or depends on what is
   *     applied
   */
  static RevisionId one(RevisionGraph graph, String target) {
    return graph
        .find(target)
        .orElseThrow(
            () ->
                new DefinitionException(
                    "\"" + target + "\" depends on what is applied in a database",
                    "name a revision by its id, the start of its id, its label, or head"));
  }
}
