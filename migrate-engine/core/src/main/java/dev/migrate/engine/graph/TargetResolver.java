package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Topology.both;
import static dev.migrate.engine.graph.Topology.either;
import static dev.migrate.engine.graph.Topology.minus;
import static dev.migrate.engine.graph.Topology.only;

import dev.migrate.RevisionId;
import dev.migrate.error.SimilarNames;
import dev.migrate.report.TargetException;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Determines what a target names on a graph that is partly applied. Immutable and thread-safe. */
final class TargetResolver {

  /** The direction in which steps from the current state may lead. */
  enum Way {
    UP,
    DOWN,
    EITHER
  }

  static final int SHORTEST_PREFIX = 2;

  private final LineageGraph graph;
  private final Topology topology;
  private final BitSet applied;
  private final BitSet own;

  /**
   * Creates the resolver.
   *
   * @param own the revisions that a target without a name can refer to
   */
  TargetResolver(LineageGraph graph, BitSet applied, BitSet own) {
    this.graph = graph;
    this.topology = graph.topology();
    this.applied = applied;
    this.own = own;
  }

  /**
   * What the target names.
   *
   * @throws TargetException if it names nothing or is ambiguous
   */
  ResolvedTarget resolve(Target target, Way way) {
    int steps = target.steps();
    if (steps == 0) {
      return named(target);
    }
    if (target.point().equals(Target.CURRENT) && way == (steps > 0 ? Way.DOWN : Way.UP)) {
      throw TargetErrors.wrongWay(target, steps < 0);
    }
    BitSet line = line(target);
    int available = line.cardinality();
    if (Math.abs(steps) > available) {
      throw TargetErrors.pastTheEnd(target, available, where(target));
    }
    Cut cut = cut(line, steps);
    if (!cut.isForced()) {
      List<String> candidates = new SideTargets(this, graph, target, line).of(cut.choices());
      throw TargetErrors.ambiguousSteps(target, graph.list(cut.choices()), candidates);
    }
    return steps > 0
        ? ResolvedTarget.at(topology.maximal(cut.taken()))
        : new ResolvedTarget(topology.maximal(cut.rest()), cut.taken());
  }

  /**
   * The revisions on one side of a branch point: the line through the scope, up and down.
   *
   * @return the revisions that share the line; all of them if the target has no scope
   */
  BitSet onSide(Target target, BitSet revisions) {
    return target.scope().isEmpty() ? revisions : both(revisions, side(scope(target)));
  }

  /** The revisions that the steps of the target count. */
  BitSet line(Target target) {
    boolean up = target.steps() > 0;
    return switch (target.point()) {
      case Target.CURRENT -> up ? minus(start(target), applied) : both(start(target), applied);
      case Target.BASE -> {
        if (!up) {
          throw TargetErrors.belowBase(target);
        }
        yield start(target);
      }
      default -> {
        BitSet from = named(target).tops();
        yield onSide(target, up ? minus(topology.lineAbove(from), from) : topology.lineBelow(from));
      }
    };
  }

  Cut cut(BitSet line, int steps) {
    return steps > 0 ? Cut.first(topology, line, steps) : Cut.last(topology, line, -steps);
  }

  private ResolvedTarget named(Target target) {
    return switch (target.point()) {
      case Target.BASE -> ResolvedTarget.below(lowest(target));
      case Target.HEADS -> ResolvedTarget.at(topology.heads(start(target)));
      case Target.HEAD -> ResolvedTarget.at(head(target));
      case Target.CURRENT -> {
        BitSet tops = topology.tops(both(start(target), applied));
        yield tops.isEmpty() ? ResolvedTarget.below(lowest(target)) : ResolvedTarget.at(tops);
      }
      default -> ResolvedTarget.at(only(revision(target)));
    };
  }

  private BitSet head(Target target) {
    BitSet heads = topology.heads(start(target));
    BitSet effective = heads.cardinality() > 1 ? topology.maximal(heads) : heads;
    if (effective.cardinality() > 1) {
      throw TargetErrors.severalHeads(target, graph.list(effective));
    }
    return effective;
  }

  private int revision(Target target) {
    if (target.scope().isEmpty()) {
      return find(target, target.point(), false, topology.all());
    }
    BitSet side = side(scope(target));
    int revision = find(target, target.point(), false, side);
    if (!side.get(revision)) {
      throw TargetErrors.notInLine(target, graph.at(revision), target.scope().get());
    }
    return revision;
  }

  private int scope(Target target) {
    return find(target, target.scope().orElseThrow(), true, topology.all());
  }

  /** The line that the scope starts; without a scope, all revisions of this application. */
  private BitSet start(Target target) {
    return target.scope().isEmpty() ? own : topology.lineAbove(only(scope(target)));
  }

  private BitSet lowest(Target target) {
    return target.scope().isEmpty() ? own : only(scope(target));
  }

  private BitSet side(int scope) {
    return either(topology.lineAbove(only(scope)), topology.lineBelow(only(scope)));
  }

  private int find(Target target, String name, boolean isScope, BitSet preferred) {
    OptionalInt exact = graph.names().exact(name);
    if (exact.isPresent()) {
      return exact.getAsInt();
    }
    BitSet found =
        name.length() < SHORTEST_PREFIX ? new BitSet() : graph.names().startingWith(name);
    if (found.cardinality() > 1 && found.intersects(preferred)) {
      found.and(preferred);
    }
    if (found.cardinality() > 1) {
      throw TargetErrors.severalStartLike(target, name, isScope, graph.list(found));
    }
    if (found.isEmpty()) {
      throw unknown(target, name, isScope);
    }
    return found.nextSetBit(0);
  }

  private TargetException unknown(Target target, String name, boolean isScope) {
    Stream<String> symbols =
        isScope
            ? Stream.empty()
            : Stream.of(Target.HEAD, Target.HEADS, Target.BASE, Target.CURRENT);
    List<String> similar = SimilarNames.of(name, Stream.concat(symbols, graph.names().all()));
    List<String> heads = graph.heads().stream().map(RevisionId::value).toList();
    return TargetErrors.unknown(target, name, isScope, similar, heads);
  }

  private static String where(Target target) {
    String state =
        target.point().equals(Target.CURRENT)
            ? (target.steps() > 0 ? "pending" : "applied")
            : (target.steps() > 0 ? "above " : "at or below ") + target.point();
    return target.scope().map(scope -> state + " in the line of " + scope).orElse(state);
  }
}
