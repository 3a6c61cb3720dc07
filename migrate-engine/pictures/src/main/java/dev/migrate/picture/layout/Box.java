package dev.migrate.picture.layout;

/**
 * A box at its place, in pixels.
 *
 * @param x its left side
 * @param y its upper side
 */
public record Box(double x, double y, double width, double height) {

  /** Its right side. */
  public double right() {
    return x + width;
  }

  /** Its lower side. */
  public double bottom() {
    return y + height;
  }

  Box moved(double right, double down) {
    return new Box(x + right, y + down, width, height);
  }

  /** Whether the two have an area in common. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
}
