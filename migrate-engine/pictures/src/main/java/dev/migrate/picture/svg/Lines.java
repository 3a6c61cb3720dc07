package dev.migrate.picture.svg;

import static dev.migrate.picture.svg.Markup.number;

import dev.migrate.picture.layout.Point;
import dev.migrate.picture.layout.Route;
import java.util.List;

/** Ways of lines as SVG writes them. */
final class Lines {

  private Lines() {}

  static String path(Route route) {
    StringBuilder path = new StringBuilder("M").append(at(route.start()));
    List<Point> points = route.points();
    for (int i = 1; i < points.size(); i++) {
      boolean isFirst = i == 1 || (route.isCurve() && (i - 1) % 3 == 0);
      path.append(isFirst ? (route.isCurve() ? "C" : "L") : " ").append(at(points.get(i)));
    }
    return path.toString();
  }

  static String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  /** A point on the line from one to another, at a distance from the first. */
  static Point towards(Point from, Point to, double distance) {
    double length = Math.max(0.001, Math.hypot(to.x() - from.x(), to.y() - from.y()));
    double part = distance / length;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  /** A point beside another one, at a right angle to the direction from one to the other. */
  static Point beside(Point place, Point from, Point to, double distance) {
    double length = Math.max(0.001, Math.hypot(to.x() - from.x(), to.y() - from.y()));
    double x = -(to.y() - from.y()) / length;
    double y = (to.x() - from.x()) / length;
    return new Point(place.x() + x * distance, place.y() + y * distance);
  }
}
