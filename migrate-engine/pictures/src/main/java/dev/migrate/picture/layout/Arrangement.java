package dev.migrate.picture.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arranges boxes and lines: each connected component in layers, and the components in rows, the
 * large ones first. The same boxes and lines are always arranged in the same way.
 */
public final class Arrangement {

  private static final double GAP = 36;

  private final List<Size> sizes;
  private final List<Component> components;
  private final Direction direction;

  private Arrangement(List<Size> sizes, List<Link> links, Direction direction) {
    this.sizes = sizes;
    this.components = Component.of(sizes.size(), simple(links));
    this.direction = direction;
  }

  /**
   * Arranges boxes.
   *
   * @param sizes the size of each box
   * @param links the lines between them. A second line between two boxes, in either direction, and
   *     a line from a box to itself have no way of their own.
   */
  public static Placement of(List<Size> sizes, List<Link> links, Direction direction) {
    return new Arrangement(sizes, links, direction).placement();
  }

  /** One link for each pair of boxes: with more, the library's result is not always the same. */
  private static List<Link> simple(List<Link> links) {
    Set<Link> simple = new LinkedHashSet<>();
    Set<Set<Integer>> pairs = new HashSet<>();
    for (Link link : links) {
      if (link.from() != link.to() && pairs.add(Set.of(link.from(), link.to()))) {
        simple.add(link);
      }
    }
    return List.copyOf(simple);
  }

  private Placement placement() {
    List<Placement> parts = new ArrayList<>();
    for (Component component : components) {
      parts.add(new LayeredLayout(sizes, component, direction).placement());
    }
    List<Point> corners = Shelves.of(parts, GAP);
    Box[] boxes = new Box[sizes.size()];
    Map<Link, Route> routes = new HashMap<>();
    double width = 0;
    double height = 0;
    for (int i = 0; i < parts.size(); i++) {
      Placement part = parts.get(i);
      Point corner = corners.get(i);
      List<Integer> numbers = components.get(i).boxes();
      for (int k = 0; k < numbers.size(); k++) {
        boxes[numbers.get(k)] = part.boxes().get(k).moved(corner.x(), corner.y());
      }
      part.routes().forEach((link, route) -> routes.put(link, route.moved(corner.x(), corner.y())));
      width = Math.max(width, corner.x() + part.width());
      height = Math.max(height, corner.y() + part.height());
    }
    return new Placement(width, height, Arrays.asList(boxes), routes);
  }
}
