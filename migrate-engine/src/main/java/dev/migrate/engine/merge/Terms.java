package dev.migrate.engine.merge;

import dev.migrate.RevisionId;
import dev.migrate.dialect.NameSpaces;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By what branches are judged. Immutable.
 *
 * @param spaces which things may not have the same name
 * @param database whose spaces these are; empty for the strictest
 * @param accepted the pairs that may run in any order all the same, each with the reason
 */
public record Terms(
    NameSpaces spaces, Optional<String> database, Map<Set<RevisionId>, String> accepted) {

  /**
   * The strictest terms, for where no database is known.
   *
   * @param accepted the pairs that may run in any order all the same, each with the reason
   * @return the terms
   */
  public static Terms strictest(Map<Set<RevisionId>, String> accepted) {
    return new Terms(NameSpaces.ONE_FOR_ALL, Optional.empty(), accepted);
  }

  boolean accept(RevisionId one, RevisionId other) {
    return accepted.containsKey(Set.of(one, other));
  }
}
