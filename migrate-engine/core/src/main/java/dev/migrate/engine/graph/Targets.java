package dev.migrate.engine.graph;

import dev.migrate.RevisionId;
import dev.migrate.report.Direction;
import dev.migrate.report.TargetException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The meaning of targets on a graph that is partly applied. Only decides; runs nothing. Immutable
 * and thread-safe.
 *
 * <p><b>Names.</b> A name is a full id, otherwise a label (of a revision), otherwise a prefix of an
 * id of at least two characters that no other id shares (after a scope: no other in its line).
 * {@code head} is the only head, not counting heads that other heads need. {@code heads} are all
 * heads, {@code base} is the empty state, {@code current} the applied heads.
 *
 * <p><b>Scopes.</b> A label or id in front of {@code @} selects the line that starts there: that
 * revision and those after it. {@code left@head} is the head of the line. {@code left@id} is a
 * revision that the line leads through, above or below its start; a downgrade to it leaves the
 * other branches above it alone. {@code left@base} is the state without the line: a downgrade to it
 * undoes the line and what needs it, but nothing below its start.
 *
 * <p><b>Steps.</b> One step applies or undoes one revision. {@code +N} applies, N times, a pending
 * revision that needs no other pending one; {@code -N} undoes, N times, an applied one that no
 * other applied one needs. If a step has a choice, the target is still valid if every choice leads
 * to the same N revisions; otherwise it is refused, and the candidates name the sides. {@code
 * left@+N} and {@code left@-N} count only the revisions of the line, and include what those need,
 * or what needs those. {@code id+N} goes up the line that the revision starts, {@code id-N} down
 * the revisions that it is after, leaving the revision itself first; both regardless of what is
 * applied. {@code base+N} starts with nothing applied.
 */
public final class Targets {

  private final LineageGraph graph;
  private final Topology topology;
  private final BitSet applied;
  private final TargetResolver points;

  private Targets(LineageGraph graph, BitSet applied, BitSet foreign) {
    this.graph = graph;
    this.topology = graph.topology();
    this.applied = applied;
    this.points = new TargetResolver(graph, applied, Topology.minus(topology.all(), foreign));
  }

  /**
   * Targets on this graph in this state.
   *
   * @param graph all revisions, including those that are only in the history
   * @param applied exactly the applied revisions
   * @throws IllegalArgumentException if an applied revision is not in the graph
   */
  public static Targets of(LineageGraph graph, Set<RevisionId> applied) {
    return of(graph, applied, Set.of());
  }

  /**
   * Targets on this graph in this state, where some revisions belong to another application.
   *
   * @param graph all revisions, including those that are only in the history
   * @param applied exactly the applied revisions
   * @param foreign the revisions of the other application, which {@code base}, {@code heads},
   *     {@code current} and steps leave out
   * @throws IllegalArgumentException if one of these is not in the graph
   */
  public static Targets of(LineageGraph graph, Set<RevisionId> applied, Set<RevisionId> foreign) {
    return new Targets(graph, graph.positions(applied), graph.positions(foreign));
  }

  /**
   * The applied revisions that no other applied one is after.
   *
   * @return the revisions, including those of other applications
   */
  public Set<RevisionId> current() {
    return graph.revisions(topology.tops(applied));
  }

  /**
   * The revisions that an upgrade to these targets runs: the targets and their ancestors that are
   * not applied, including those missing below applied ones.
   *
   * @param targets the targets, possibly none
   * @return the revisions in the order in which they run, possibly none
   * @throws TargetException if a target is invalid or ambiguous, or leads down from the current
   *     state
   */
  public List<RevisionId> upgrade(Collection<Target> targets) {
    BitSet wanted = new BitSet();
    for (Target target : targets) {
      wanted.or(points.resolve(target, TargetResolver.Way.UP).tops());
    }
    return graph.list(Topology.minus(topology.ancestors(wanted), applied));
  }

  /**
   * The revisions that a downgrade to this target undoes: the applied children of the named
   * revisions and everything that needs them. A revision that only depends on a named one stays, as
   * do other branches.
   *
   * @return the revisions in the order in which they are undone; none if nothing is above the
   *     target
   * @throws TargetException if the target is invalid or ambiguous, leads up from the current state,
   *     or names a revision that is not applied
   */
  public List<RevisionId> downgrade(Target target) {
    ResolvedTarget point = points.resolve(target, TargetResolver.Way.DOWN);
    BitSet missing = Topology.minus(point.tops(), applied);
    if (!missing.isEmpty()) {
      BitSet below = topology.maximal(Topology.both(topology.ancestors(missing), applied));
      throw TargetErrors.notApplied(
          target,
          graph.list(missing),
          graph.list(below),
          graph.list(Topology.both(topology.descendants(missing), applied)));
    }
    List<RevisionId> order = new ArrayList<>(graph.list(above(target, point)));
    Collections.reverse(order);
    return Collections.unmodifiableList(order);
  }

  /**
   * The revisions that are recorded as applied after a stamp: those that would be applied after a
   * downgrade to these targets and then an upgrade to them. So {@code base} with others means
   * exactly those others and their ancestors, and {@code current} adds what is missing below
   * applied revisions.
   *
   * @param targets the targets, possibly none
   * @return the revisions, including the ancestors of the targets
   * @throws TargetException if a target is invalid or ambiguous
   */
  public Set<RevisionId> stamp(Collection<Target> targets) {
    BitSet recorded = (BitSet) applied.clone();
    BitSet wanted = new BitSet();
    for (Target target : targets) {
      ResolvedTarget point = points.resolve(target, TargetResolver.Way.EITHER);
      recorded.andNot(above(target, point));
      wanted.or(point.tops());
    }
    recorded.or(topology.ancestors(wanted));
    return graph.revisions(recorded);
  }

  /**
   * The revisions of a range, including both ends: those that the upper end needs and that need the
   * lower end.
   *
   * @return the revisions in the canonical order, possibly none
   * @throws TargetException if an end is invalid or ambiguous, or no line leads up from the lower
   *     to the upper end
   */
  public List<RevisionId> history(TargetRange range) {
    ResolvedTarget from = points.resolve(range.from(), TargetResolver.Way.EITHER);
    ResolvedTarget to = points.resolve(range.to(), TargetResolver.Way.EITHER);
    BitSet between = between(from, to);
    if (between.isEmpty() && !(from.tops().isEmpty() && to.tops().isEmpty())) {
      throw TargetErrors.notBetween(range, Direction.UP, !between(to, from).isEmpty());
    }
    return graph.list(between);
  }

  /**
   * Refuses a range whose ends are swapped, for a script that leads from the one to the other. Ends
   * on two lines are none, and an end that depends on what is applied is left to the caller.
   *
   * @param way where the script leads
   * @throws TargetException if the line between the ends leads the other way
   */
  public void requireWay(TargetRange range, Direction way) {
    if (range.from().isFromCurrent() || range.to().isFromCurrent()) {
      return;
    }
    ResolvedTarget from = points.resolve(range.from(), TargetResolver.Way.EITHER);
    ResolvedTarget to = points.resolve(range.to(), TargetResolver.Way.EITHER);
    boolean isUp = way == Direction.UP;
    BitSet along = isUp ? between(from, to) : between(to, from);
    BitSet against = isUp ? between(to, from) : between(from, to);
    if (along.isEmpty() && !against.isEmpty()) {
      throw TargetErrors.notBetween(range, way, true);
    }
  }

  /**
   * The one revision that a target names.
   *
   * @throws TargetException if the target names no revision or several
   */
  public RevisionId single(Target target) {
    List<RevisionId> named = graph.list(points.resolve(target, TargetResolver.Way.EITHER).tops());
    if (named.size() != 1) {
      throw TargetErrors.notOne(target, named);
    }
    return named.get(0);
  }

  private BitSet above(Target target, ResolvedTarget point) {
    BitSet next = points.onSide(target, topology.children(point.tops()));
    BitSet undone = topology.descendants(Topology.either(next, point.undone()));
    undone.and(applied);
    return undone;
  }

  private BitSet between(ResolvedTarget from, ResolvedTarget to) {
    BitSet start = from.tops().isEmpty() ? from.undone() : from.tops();
    return Topology.both(topology.descendants(start), topology.ancestors(to.tops()));
  }
}
