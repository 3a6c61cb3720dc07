package dev.migrate.picture.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row in which lines turn: from one place to others, and across those between. Immutable.
 *
 * @param source the place from which the lines go
 * @param goesOn whether the line of the source goes on below
 * @param targets where the lines go, and how they arrive there
 * @param lanes the lines above the row
 */
record Turn(int source, boolean goesOn, Map<Integer, Arrival> targets, List<Optional<Lane>> lanes) {

  /**
   * How a line arrives at a place.
   *
   * @param up whether a line comes from above at that place
   * @param down whether a line goes on below
   * @param isSolid whether the line that arrives is solid
   */
  record Arrival(boolean up, boolean down, boolean isSolid) {}

  /** The row as text. */
  String text(TextSymbols symbols) {
    int last = Math.max(source, targets.keySet().stream().max(Integer::compare).orElse(source));
    int width = Math.max(lanes.size(), last + 1);
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < width; place++) {
      text.append(at(place, symbols));
      boolean line = isCrossed(place, place + 1);
      text.append(line ? symbols.horizontal(isSolid(place, place + 1)) : ' ');
    }
    return text.toString().stripTrailing();
  }

  private char at(int place, TextSymbols symbols) {
    boolean left = isCrossed(place - 1, place);
    boolean right = isCrossed(place, place + 1);
    Arrival arrival = targets.get(place);
    if (place == source) {
      return symbols.corner(true, goesOn, left, right);
    }
    if (arrival != null) {
      return symbols.corner(arrival.up(), arrival.down(), left, right);
    }
    Optional<Lane> lane = place < lanes.size() ? lanes.get(place) : Optional.empty();
    if (lane.isPresent()) {
      return symbols.vertical(lane.get());
    }
    return left && right
        ? symbols.horizontal(isSolid(place - 1, place) || isSolid(place, place + 1))
        : ' ';
  }

  /** Whether a line goes from one place to the next one. */
  private boolean isCrossed(int from, int to) {
    return targets.keySet().stream().anyMatch(target -> lies(from, to, target));
  }

  private boolean isSolid(int from, int to) {
    return targets.entrySet().stream()
        .anyMatch(target -> lies(from, to, target.getKey()) && target.getValue().isSolid());
  }

  private boolean lies(int from, int to, int target) {
    return Math.min(source, target) <= from && to <= Math.max(source, target);
  }
}
