package dev.migrate.picture.svg;

import dev.migrate.picture.text.DisplayWidth;

/**
 * How wide texts are. The fonts of pictures are monospaced; their characters are at most 0.61 of
 * the font's size wide.
 */
final class Metrics {

  private static final double NORMAL = 13 * 0.61;
  private static final double SMALL = 11 * 0.61;

  private Metrics() {}

  /** The width of a text in the normal size. */
  static double normal(String text) {
    return DisplayWidth.of(text) * NORMAL;
  }

  /** The width of so many columns in the small size. */
  static double small(int columns) {
    return columns * SMALL;
  }
}
