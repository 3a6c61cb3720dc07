package dev.migrate.picture.layout;

import java.util.List;
import java.util.Map;

/**
 * Where everything goes. Immutable.
 *
 * @param boxes the boxes by their numbers
 * @param routes the ways of the lines
 */
public record Placement(double width, double height, List<Box> boxes, Map<Link, Route> routes) {

  /** Copies. */
  public Placement {
    boxes = List.copyOf(boxes);
    routes = Map.copyOf(routes);
  }
}
