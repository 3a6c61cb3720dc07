package dev.migrate.picture.text;

import dev.migrate.RevisionId;
import dev.migrate.picture.graph.DrawnEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The vertical lines at one height of the picture. A line that ends leaves a gap, which the next
 * new line fills. Not thread-safe.
 */
final class Lanes {

  private final int most;
  private final List<Optional<Lane>> lanes = new ArrayList<>();

  /**
   * No lines yet.
   *
   * @param most how many there can be beside each other, at least one
   */
  Lanes(int most) {
    this.most = most;
  }

  /** The number of places up to the last line. */
  int width() {
    return lanes.size();
  }

  Optional<Lane> at(int place) {
    return place < lanes.size() ? lanes.get(place) : Optional.empty();
  }

  /** The places of the lines that lead to a revision, the one of its children first. */
  List<Integer> leadingTo(RevisionId target) {
    List<Integer> solid = new ArrayList<>();
    List<Integer> dashed = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      int place = i;
      lanes
          .get(i)
          .filter(lane -> lane.target().equals(target))
          .ifPresent(lane -> (lane.isSolid() ? solid : dashed).add(place));
    }
    solid.addAll(dashed);
    return solid;
  }

  /** The place of the line that carries an edge already. */
  Optional<Integer> carrying(DrawnEdge edge) {
    Lane wanted = new Lane(edge.from(), edge.kind());
    int place = lanes.indexOf(Optional.of(wanted));
    return place < 0 ? Optional.empty() : Optional.of(place);
  }

  /** The first free place, if there is one. */
  Optional<Integer> free() {
    int place = lanes.indexOf(Optional.<Lane>empty());
    if (place >= 0) {
      return Optional.of(place);
    }
    return lanes.size() < most ? Optional.of(lanes.size()) : Optional.empty();
  }

  void put(int place, Lane lane) {
    while (lanes.size() <= place) {
      lanes.add(Optional.empty());
    }
    lanes.set(place, Optional.of(lane));
  }

  void end(int place) {
    if (place < lanes.size()) {
      lanes.set(place, Optional.empty());
    }
    while (!lanes.isEmpty() && lanes.get(lanes.size() - 1).isEmpty()) {
      lanes.remove(lanes.size() - 1);
    }
  }

  /** The lines as they are now. */
  List<Optional<Lane>> snapshot() {
    return List.copyOf(lanes);
  }
}
