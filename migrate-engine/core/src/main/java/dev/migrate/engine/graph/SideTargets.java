package dev.migrate.engine.graph;

import dev.migrate.report.TargetException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes {@code left@-1} and {@code right@-1} where {@code -1} is ambiguous. Used by one thread,
 * for one target.
 */
final class SideTargets {

  private final TargetResolver resolver;
  private final LineageGraph graph;
  private final Topology topology;
  private final Target target;
  private final BitSet line;
  private final Set<BitSet> results = new HashSet<>();

  /**
   * Creates the proposals.
   *
   * @param resolver resolves the proposals
   * @param line the revisions that its steps count
   */
  SideTargets(TargetResolver resolver, LineageGraph graph, Target target, BitSet line) {
    this.resolver = resolver;
    this.graph = graph;
    this.topology = graph.topology();
    this.target = target;
    this.line = line;
  }

  /**
   * For each choice, the same steps in its line, or in an upgrade the choice itself.
   *
   * @param choices revisions that could be taken
   * @return targets that resolve to different results with the same number of revisions
   */
  List<String> of(BitSet choices) {
    List<String> candidates = new ArrayList<>();
    choices.stream()
        .limit(TargetErrors.OFFERED)
        .forEach(
            choice ->
                scopes(choice)
                    .map(target::in)
                    .filter(candidate -> takes(candidate, choice))
                    .map(Target::toString)
                    .findFirst()
                    .or(() -> Stream.of(choice).filter(this::isReached).map(this::id).findFirst())
                    .ifPresent(candidates::add));
    return candidates;
  }

  /** The names of the choice's side: a label if there is one, and an id. */
  private Stream<String> scopes(int choice) {
    List<Integer> side = new ArrayList<>();
    for (int node = choice; node >= 0; node = topology.before(node, line)) {
      side.add(node);
    }
    Stream<String> label =
        side.stream().flatMap(node -> graph.lineageAt(node).labels().stream()).limit(1);
    return Stream.concat(label, Stream.of(id(start(side))));
  }

  private int start(List<Integer> side) {
    if (!target.isFromState()) {
      return side.get(0);
    }
    if (target.steps() > 0) {
      return side.get(side.size() - 1);
    }
    BitSet above = Topology.both(topology.lineAbove(Topology.only(side.get(0))), line);
    int missing = Math.max(0, -target.steps() - above.cardinality());
    return side.get(Math.min(missing, side.size() - 1));
  }

  private boolean takes(Target candidate, int choice) {
    try {
      BitSet side = resolver.line(candidate);
      int count = Math.abs(candidate.steps());
      if (count > side.cardinality()) {
        return false;
      }
      Cut cut = resolver.cut(side, candidate.steps());
      return cut.isForced()
          && cut.taken().get(choice)
          && (!target.isFromState() || withOthers(cut.taken()).cardinality() == count)
          && results.add(cut.taken());
    } catch (TargetException notOnThisSide) {
      return false;
    }
  }

  /** Whether an upgrade to the choice takes the same number of steps. */
  private boolean isReached(int choice) {
    BitSet taken = withOthers(Topology.only(choice));
    return target.isFromState() && taken.cardinality() == target.steps() && results.add(taken);
  }

  /** These revisions and those that come along with them, as far as they count as steps. */
  private BitSet withOthers(BitSet taken) {
    boolean up = target.steps() > 0;
    BitSet all = up ? topology.ancestors(taken) : topology.descendants(taken);
    return Topology.both(all, line);
  }

  private String id(int node) {
    return graph.at(node).value();
  }
}
