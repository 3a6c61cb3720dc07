package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parallel revisions conflict on a database, and which pairs were accepted. Immutable.
 *
 * @param spaces which things may not have the same name
 * @param database whose spaces these are; empty for the strictest
 * @param accepted the pairs that may run in any order all the same, each with the reason
 * @param renderer what the database can do; empty if that is not known
 */
public record ConflictRules(
    NameSpaces spaces,
    Optional<String> database,
    Map<Set<RevisionId>, String> accepted,
    Optional<Renderer> renderer) {

  /** Copies. */
  public ConflictRules {
    accepted = Map.copyOf(accepted);
  }

  /**
   * The rules of a database; the strictest if none is known.
   *
   * @param dialect the database, if it is known
   * @param accepted the pairs that may run in any order all the same, each with the reason
   */
  public static ConflictRules of(Optional<Dialect> dialect, Map<Set<RevisionId>, String> accepted) {
    return dialect.map(known -> of(known, accepted)).orElseGet(() -> strictest(accepted));
  }

  /**
   * The rules of a database.
   *
   * @param accepted the pairs that may run in any order all the same, each with the reason
   */
  public static ConflictRules of(Dialect dialect, Map<Set<RevisionId>, String> accepted) {
    return new ConflictRules(
        dialect.nameSpaces(),
        Optional.of(dialect.capabilities().database()),
        accepted,
        Optional.of(dialect.renderer()));
  }

  /**
   * The strictest rules, for where no database is known.
   *
   * @param accepted the pairs that may run in any order all the same, each with the reason
   */
  public static ConflictRules strictest(Map<Set<RevisionId>, String> accepted) {
    return new ConflictRules(NameSpaces.ONE_FOR_ALL, Optional.empty(), accepted, Optional.empty());
  }

  /** Whether the database can do an operation, as far as that is known. */
  boolean canDo(Operation operation, Schema before) {
    try {
      renderer.ifPresent(known -> known.render(operation, new RenderContext(before)));
      return true;
    } catch (MigrateException refused) {
      return false;
    }
  }

  boolean accept(RevisionId one, RevisionId other) {
    return accepted.containsKey(Set.of(one, other));
  }
}
