package dev.migrate.engine.call;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.branch.ConflictFinder;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.branch.Policy;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.TargetRange;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.HistoryScript;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.NameCheck;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.engine.render.ScriptStart;
import dev.migrate.engine.render.ScriptWriter;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.Plan;
import dev.migrate.report.Script;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes scripts where no database says what is applied. Immutable and thread-safe. */
public final class OfflineScripts {

  private final CodeRevisions known;
  private final Dialect dialect;
  private final ScriptWriter writer;

  /**
   * Scripts for a dialect.
   *
   * @param known the revisions
   * @param dialect the dialect
   * @param table the history table
   * @param clock the clock for the time at which a revision counts as applied
   */
  public OfflineScripts(CodeRevisions known, Dialect dialect, HistoryTable table, Clock clock) {
    this.known = known;
    this.dialect = dialect;
    this.writer =
        new ScriptWriter(dialect, table, new HistoryEntries(dialect, clock, HistoryScript.SESSION));
  }

  /**
   * The script of an upgrade.
   *
   * @param range from the applied state to the wanted one
   * @return the script
   */
  public Script upgrade(TargetRange range) {
    AppliedState situation = applied(range.from());
    List<RevisionId> pending =
        Targets.of(situation.graph(), situation.applied()).upgrade(List.of(range.to()));
    ConflictRules terms = new Policy(Map.of()).terms(Optional.of(dialect));
    List<Conflict> conflicts = new ConflictFinder(situation, terms).pending(pending);
    if (!conflicts.isEmpty()) {
      throw new ConflictException(conflicts);
    }
    return script(situation, new Planner(situation).upgrade(pending));
  }

  /**
   * The script of a downgrade.
   *
   * @param range from the applied state to the wanted one
   * @return the script
   */
  public Script downgrade(TargetRange range) {
    AppliedState situation = applied(range.from());
    List<RevisionId> undone =
        Targets.of(situation.graph(), situation.applied()).downgrade(range.to());
    return script(situation, new Planner(situation).downgrade(undone));
  }

  private Script script(AppliedState situation, Plan plan) {
    new NameCheck(situation, dialect).require(plan);
    boolean exists = !situation.applied().isEmpty();
    return writer.write(plan, new ScriptStart(exists, situation.appliedLineages(), List.of()));
  }

  private AppliedState applied(Target state) {
    Set<RevisionId> applied = Targets.of(known.graph(), Set.of()).stamp(List.of(state));
    return new AppliedState(known, List.of(), applied, id -> unknown(id), dialect.names());
  }

  private static Recording unknown(RevisionId id) {
    throw new IllegalStateException("nothing is unknown without a database: " + id);
  }
}
