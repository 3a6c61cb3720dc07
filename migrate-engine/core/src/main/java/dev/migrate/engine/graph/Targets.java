package dev.migrate.engine.graph;

import dev.migrate.RevisionId;
import dev.migrate.report.TargetException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What targets mean on a graph of which a part is applied. Decides only; nothing runs. Immutable
 * and thread-safe.
 *
 * <p><b>Names.</b> A name is a full id, else a label (the revision that carries it), else the start
 * of an id, two characters at least, that no other id shares (after a scope: no other in its line).
 * {@code head} is the only head; a head that the other heads need does not count. {@code heads} are
 * all heads, {@code base} is the empty state, {@code current} the applied heads.
 *
 * <p><b>Scopes.</b> A label or id in front of {@code @} is the line that starts there: that
 * revision and what is after it. {@code left@head} is the head of the line. {@code left@id} is a
 * revision that the line leads through, above or below its start; a downgrade to it leaves the
 * other branches above it alone. {@code left@base} is the state without the line: a downgrade to it
 * undoes the line and what needs it, but nothing below its start.
 *
 * <p><b>Steps.</b> One step applies or undoes one revision. {@code +N} applies N times a pending
 * revision that needs no other pending one, {@code -N} undoes N times an applied one that no other
 * applied one needs. Where a step has a choice, the target still means something if the N revisions
 * are the same whatever is chosen; otherwise it is refused, and the candidates name the sides.
 * {@code left@+N} and {@code left@-N} count the revisions of the line alone and bring along what
 * those need, or what needs those. {@code id+N} goes up the line that the revision starts, {@code
 * id-N} down what it is after, the revision itself being the first that is left; both whatever is
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
   * @param graph every revision, also those that only the history knows
   * @param applied the revisions that are applied, and no others
   * @throws IllegalArgumentException if something is applied that the graph does not have
   */
  public static Targets of(LineageGraph graph, Set<RevisionId> applied) {
    return of(graph, applied, Set.of());
  }

  /**
   * Targets on this graph in this state, where some revisions belong to another application.
   *
   * @param graph every revision, also those that only the history knows
   * @param applied the revisions that are applied, and no others
   * @param foreign the revisions that only a target that names them means: {@code base}, {@code
   *     heads}, {@code current} and steps leave them out
   * @throws IllegalArgumentException if one of these is not in the graph
   */
  public static Targets of(LineageGraph graph, Set<RevisionId> applied, Set<RevisionId> foreign) {
    return new Targets(graph, graph.positions(applied), graph.positions(foreign));
  }

  /**
   * The applied revisions above which nothing is applied.
   *
   * @return the revisions, also those of other applications
   */
  public Set<RevisionId> current() {
    return graph.revisions(topology.tops(applied));
  }

  /**
   * What an upgrade to these targets runs: they and their ancestors as far as not applied, also
   * those that are missing below applied ones.
   *
   * @param targets the targets, possibly none
   * @return the revisions in the order in which they run, possibly none
   * @throws TargetException if a target means nothing here or more than one thing, or leads down
   *     from the current state
   */
  public List<RevisionId> upgrade(Collection<Target> targets) {
    BitSet wanted = new BitSet();
    for (Target target : targets) {
      wanted.or(points.resolve(target, TargetResolver.Way.UP).tops());
    }
    return graph.list(Topology.minus(topology.ancestors(wanted), applied));
  }

  /**
   * What a downgrade to this target undoes: the applied children of what it names and all that
   * needs them. A revision that only depends on what it names stays, as do other branches.
   *
   * @return the revisions in the order in which they are undone, none if nothing is above
   * @throws TargetException if the target means nothing here or more than one thing, leads up from
   *     the current state, or names a revision that is not applied
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
   * What is recorded as applied after a stamp: what would be applied after a downgrade to these
   * targets and then an upgrade to them. So {@code base} with others is exactly those others and
   * their ancestors, and {@code current} adds what is missing below what is applied.
   *
   * @param targets the targets, possibly none
   * @return the revisions; the ancestors of the targets are among them
   * @throws TargetException if a target means nothing here or more than one thing
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
   * The revisions of a range, both ends included: what the upper end needs, as far as the lower end
   * is needed for it.
   *
   * @return the revisions in the canonical order, possibly none
   * @throws TargetException if an end means nothing here or more than one thing, or no line leads
   *     up from the lower to the upper
   */
  public List<RevisionId> history(TargetRange range) {
    ResolvedTarget from = points.resolve(range.from(), TargetResolver.Way.EITHER);
    ResolvedTarget to = points.resolve(range.to(), TargetResolver.Way.EITHER);
    BitSet between = between(from, to);
    if (between.isEmpty() && !(from.tops().isEmpty() && to.tops().isEmpty())) {
      throw TargetErrors.notBetween(range, !between(to, from).isEmpty());
    }
    return graph.list(between);
  }

  /**
   * The one revision that a target names.
   *
   * @throws TargetException if the target names none or several
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
