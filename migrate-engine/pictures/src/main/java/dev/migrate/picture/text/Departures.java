package dev.migrate.picture.text;

import dev.migrate.picture.graph.DrawnEdge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the lines below a revision begin: one goes straight down, others join a line that leads to
 * the same revision or begin beside it. An edge for which there is no place is written in words.
 */
final class Departures {

  private final int place;
  private final Map<Integer, Turn.Arrival> targets = new LinkedHashMap<>();
  private final List<DrawnEdge> inWords = new ArrayList<>();
  private final List<Optional<Lane>> above;
  private Optional<Lane> straight = Optional.empty();

  /**
   * Begins the lines of a revision's edges.
   *
   * @param place where the revision is
   * @param isFree whether its own line can go on there
   */
  Departures(Lanes lanes, int place, boolean isFree, List<DrawnEdge> edges) {
    this.place = place;
    lanes.end(place);
    this.above = lanes.snapshot();
    List<DrawnEdge> others = new ArrayList<>(edges);
    if (isFree && edges.size() == 1 && lanes.carrying(edges.get(0)).orElse(-1) > place) {
      take(lanes, edges.get(0));
      others.clear();
    } else if (isFree) {
      edges.stream()
          .filter(edge -> lanes.carrying(edge).isEmpty())
          .findFirst()
          .ifPresent(
              edge -> {
                others.remove(edge);
                straight = Optional.of(new Lane(edge.from(), edge.kind()));
                lanes.put(place, straight.get());
              });
    }
    others.forEach(edge -> begin(lanes, edge));
  }

  /** A line further right that leads to the same revision ends here, so that lines stay left. */
  private void take(Lanes lanes, DrawnEdge edge) {
    int other = lanes.carrying(edge).orElseThrow();
    Lane lane = new Lane(edge.from(), edge.kind());
    lanes.end(other);
    lanes.put(place, lane);
    straight = Optional.of(lane);
    targets.put(other, new Turn.Arrival(true, false, lane.isSolid()));
  }

  private void begin(Lanes lanes, DrawnEdge edge) {
    Lane lane = new Lane(edge.from(), edge.kind());
    Optional<Integer> carrying = lanes.carrying(edge);
    Optional<Integer> target = carrying.or(lanes::free);
    if (target.isEmpty()) {
      inWords.add(edge);
    } else {
      lanes.put(target.get(), lane);
      targets.put(target.get(), new Turn.Arrival(carrying.isPresent(), true, lane.isSolid()));
    }
  }

  /** The row in which the lines turn; none if there is at most the one that goes straight down. */
  Optional<Turn> turn() {
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(new Turn(place, straight.isPresent(), targets, above));
  }

  /** Whether no line leads on. */
  boolean isEnd() {
    return targets.isEmpty() && straight.isEmpty();
  }

  /** What is below the revision until its lines turn. */
  char below(TextSymbols symbols) {
    if (targets.isEmpty()) {
      return straight.map(symbols::vertical).orElse(' ');
    }
    return symbols.corner(true, true, false, false);
  }

  /** The edges that are not drawn. */
  List<DrawnEdge> inWords() {
    return inWords;
  }
}
