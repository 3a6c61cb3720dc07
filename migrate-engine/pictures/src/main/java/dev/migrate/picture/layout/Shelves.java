package dev.migrate.picture.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts rectangles into rows, the highest first, so that the whole is about as wide as high. */
final class Shelves {

  /** How much wider than high the whole may be: a page is read from the top to the bottom. */
  private static final double RATIO = 1.3;

  private Shelves() {}

  /**
   * The upper left corners of the parts.
   *
   * @param gap the space between two parts
   */
  static List<Point> of(List<Placement> parts, double gap) {
    double area = parts.stream().mapToDouble(p -> (p.width() + gap) * (p.height() + gap)).sum();
    double widest = parts.stream().mapToDouble(Placement::width).max().orElse(0);
    double width = Math.max(widest, Math.sqrt(area * RATIO));
    List<Integer> order = new ArrayList<>(IntStream.range(0, parts.size()).boxed().toList());
    order.sort(Comparator.comparingDouble(part -> -parts.get(part).height()));
    Point[] corners = new Point[parts.size()];
    double x = 0;
    double y = 0;
    double height = 0;
    for (int part : order) {
      Placement placement = parts.get(part);
      if (x > 0 && x + placement.width() > width) {
        x = 0;
        y += height + gap;
        height = 0;
      }
      corners[part] = new Point(x, y);
      x += placement.width() + gap;
      height = Math.max(height, placement.height());
    }
    return List.of(corners);
  }
}
