package dev.migrate.picture.layout;

import org.graphper.api.attributes.Rankdir;
import org.graphper.api.attributes.Splines;

/** How a picture is arranged. */
public enum Direction {
  /** From the top to the bottom, with curves. */
  DOWN(Rankdir.TB, Splines.SPLINE, 0.3, 0.35),
  /** From the left to the right, with right angles. */
  RIGHT(Rankdir.LR, Splines.ORTHO, 0.45, 0.8);

  private final Rankdir rankdir;
  private final Splines splines;
  private final double beside;
  private final double between;

  Direction(Rankdir rankdir, Splines splines, double beside, double between) {
    this.rankdir = rankdir;
    this.splines = splines;
    this.beside = beside;
    this.between = between;
  }

  Rankdir rankdir() {
    return rankdir;
  }

  Splines splines() {
    return splines;
  }

  /** The space between boxes of one layer, in inches. */
  double beside() {
    return beside;
  }

  /** The space between layers, in inches. */
  double between() {
    return between;
  }
}
