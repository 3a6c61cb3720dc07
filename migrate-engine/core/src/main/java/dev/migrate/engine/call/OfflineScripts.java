package dev.migrate.engine.call;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.TargetRange;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.NameCheck;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.RecordedHistory;
import dev.migrate.engine.render.ScriptStart;
import dev.migrate.engine.render.ScriptWriter;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import dev.migrate.report.Script;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes scripts where no database says what is applied. Immutable and thread-safe. */
public final class OfflineScripts {

  private final CodeRevisions known;
  private final Dialect dialect;
  private final ConflictRules rules;
  private final ScriptWriter writer;

  /**
   * Scripts for a dialect.
   *
   * @param known the revisions that the code has
   * @param accepted the pairs that may run in any order although they conflict, each with the
   *     reason
   * @param clock the time at which the revisions count as applied
   */
  public OfflineScripts(
      CodeRevisions known,
      Dialect dialect,
      HistoryTable table,
      Map<Set<RevisionId>, String> accepted,
      Clock clock) {
    this.known = known;
    this.dialect = dialect;
    this.rules = ConflictRules.of(dialect, accepted);
    this.writer = new ScriptWriter(dialect, table, clock);
  }

  /** The script of an upgrade from the applied state to the wanted one. */
  public Script upgrade(TargetRange range) {
    return script(new Upgrade(List.of(range.to())), start(range, Direction.UP));
  }

  /** The script of one revision where all that it follows is applied, and nothing else. */
  public Script revision(RevisionId id) {
    Set<RevisionId> below = new HashSet<>(known.graph().ancestors(Set.of(id)));
    below.remove(id);
    return script(new Upgrade(List.of(Target.parse(id.value()))), applied(below));
  }

  /** The script of a downgrade from the applied state to the wanted one. */
  public Script downgrade(TargetRange range) {
    return script(new Downgrade(range.to()), start(range, Direction.DOWN));
  }

  /**
   * The script that records the wanted state where the lower end of a range is recorded, and runs
   * nothing.
   *
   * @param reason why the database is not compared with what is recorded
   */
  public Script stamp(TargetRange range, String reason) {
    range.requireStart();
    AppliedState state = applied(range.from());
    Set<RevisionId> wanted = state.targets().stamp(List.of(range.to()));
    new Planner(applied(wanted)).appliedWithout(Set.of());
    return writer.recorded(new RecordedSteps(state).to(wanted), start(state), reason);
  }

  private AppliedState start(TargetRange range, Direction way) {
    range.requireStart();
    AppliedState state = applied(range.from());
    state.targets().requireWay(range, way);
    return state;
  }

  private Script script(Migration migration, AppliedState state) {
    Plan plan = migration.plan(state, rules, migration.revisions(state));
    new NameCheck(state, dialect).require(plan);
    Script script = writer.write(plan);
    return writer.printed(script, start(state));
  }

  private static ScriptStart start(AppliedState state) {
    return new ScriptStart(!state.applied().isEmpty(), state.appliedLineages(), List.of());
  }

  /** The revisions that a target needs, applied in the canonical order. */
  private AppliedState applied(Target target) {
    return applied(Targets.of(known.graph(), Set.of()).stamp(List.of(target)));
  }

  private AppliedState applied(Set<RevisionId> applied) {
    LineageGraph graph = known.graph();
    List<Lineage> order =
        graph.order().stream().filter(applied::contains).map(graph::lineage).toList();
    return new AppliedState(known, RecordedHistory.inOrder(order), applied, dialect.names());
  }
}
