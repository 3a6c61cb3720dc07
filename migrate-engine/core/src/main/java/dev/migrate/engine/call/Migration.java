package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.report.ConflictException;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import java.util.List;

/** What is asked for: an upgrade or a downgrade. Needs no database. Immutable. */
public sealed interface Migration permits Upgrade, Downgrade {

  Direction direction();

  /** The revisions that run where these are applied, in order. */
  List<RevisionId> revisions(AppliedState state);

  /**
   * Refuses some of these revisions if they are in conflict.
   *
   * @param rules which parallel revisions conflict
   * @throws ConflictException if they are
   */
  void requireNoConflict(AppliedState state, ConflictRules rules, List<RevisionId> revisions);

  /**
   * The plan of some of these revisions. Refuses what the revisions do not allow, whatever the
   * database has.
   *
   * @param rules which parallel revisions conflict
   */
  Plan plan(AppliedState state, ConflictRules rules, List<RevisionId> revisions);
}
