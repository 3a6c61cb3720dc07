package dev.migrate.picture.layout;

/** A place in a picture, in pixels from its upper left corner. */
public record Point(double x, double y) {

  double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  Point moved(double right, double down) {
    return new Point(x + right, y + down);
  }
}
