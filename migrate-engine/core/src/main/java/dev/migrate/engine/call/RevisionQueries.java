package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.TargetRange;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What there is to know about revisions on a database. Immutable. */
public final class RevisionQueries {

  private final CodeRevisions known;
  private final History history;
  private final Map<RevisionId, Instant> times;
  private final AppliedState applied;
  private final LineageGraph graph;
  private final Set<RevisionId> heads;
  private final Set<RevisionId> missing;

  /** Reads the history to answer questions about it. */
  public static RevisionQueries of(CallConnection connection) {
    HistoryStore store = connection.settle().store();
    History history = store.read();
    return new RevisionQueries(
        connection.settings().known(),
        history,
        store.appliedAt(),
        connection.state(history, history.done()));
  }

  RevisionQueries(
      CodeRevisions known, History history, Map<RevisionId, Instant> times, AppliedState applied) {
    this.known = known;
    this.history = history;
    this.times = Map.copyOf(times);
    this.applied = applied;
    this.graph = applied.graph();
    this.heads = graph.heads();
    this.missing = applied.missing();
  }

  /**
   * The applied revisions above which nothing is applied, and those in flight.
   *
   * @return the revisions in the canonical order
   */
  public List<RevisionInfo> current() {
    Set<RevisionId> tops = targets().current();
    return infos(graph.order().stream().filter(id -> tops.contains(id) || isInFlight(id)).toList());
  }

  private boolean isInFlight(RevisionId id) {
    return history.entry(id).flatMap(HistoryEntry::flight).isPresent();
  }

  /**
   * The revisions after which nothing comes.
   *
   * @return the heads in the canonical order
   */
  public List<RevisionInfo> heads() {
    return infos(heads);
  }

  /**
   * The revisions after which the graph branches.
   *
   * @return the branch points in the canonical order
   */
  public List<RevisionInfo> branches() {
    return infos(graph.branchPoints());
  }

  /**
   * Every revision.
   *
   * @return the revisions in the canonical order
   */
  public List<RevisionInfo> history() {
    return infos(graph.order());
  }

  /**
   * The revisions of a range.
   *
   * @return the revisions in the canonical order
   */
  public List<RevisionInfo> history(TargetRange range) {
    return infos(targets().history(range));
  }

  /** The one revision that a target names. */
  public RevisionInfo show(Target target) {
    return info(targets().single(target));
  }

  private Targets targets() {
    return applied.targets();
  }

  List<RevisionInfo> infos(Collection<RevisionId> ids) {
    return ids.stream().map(this::info).toList();
  }

  private RevisionInfo info(RevisionId id) {
    Optional<HistoryEntry> entry = history.entry(id);
    RevisionState state = entry.map(HistoryEntry::state).orElse(RevisionState.PENDING);
    return new RevisionInfo(
        graph.lineage(id),
        known.name(id),
        state,
        known.contains(id),
        heads.contains(id),
        state == RevisionState.PENDING && missing.contains(id),
        entry.flatMap(row -> Optional.ofNullable(times.get(id))),
        entry.filter(row -> state == RevisionState.DONE).map(HistoryEntry::duration));
  }
}
