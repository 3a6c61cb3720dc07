package dev.migrate.picture.layout;

import java.util.List;

/**
 * The way of a line. Immutable.
 *
 * @param points the corners from one end to the other; of a curve, its ends and control points
 * @param isCurve whether the points are those of cubic Bézier curves
 */
public record Route(List<Point> points, boolean isCurve) {

  /** Copies. */
  public Route {
    points = List.copyOf(points);
  }

  /** Where the line begins. */
  public Point start() {
    return points.get(0);
  }

  /** Where the line ends. */
  public Point end() {
    return points.get(points.size() - 1);
  }

  /** From where the line comes to its end: the last point that is not the end. */
  public Point before() {
    return neighbour(points.size() - 1, -1);
  }

  /** Where the line goes from its start: the first point that is not the start. */
  public Point next() {
    return neighbour(0, 1);
  }

  private Point neighbour(int end, int step) {
    Point point = points.get(end);
    for (int i = end + step; i >= 0 && i < points.size(); i += step) {
      if (points.get(i).distance(point) > 0.5) {
        return points.get(i);
      }
    }
    return point;
  }

  Route moved(double right, double down) {
    return new Route(points.stream().map(point -> point.moved(right, down)).toList(), isCurve);
  }
}
