package dev.migrate.picture.svg;

import static dev.migrate.picture.svg.Markup.number;

import dev.migrate.picture.layout.Box;

/** Attributes of shapes. */
final class Shapes {

  private Shapes() {}

  static String[] rectangle(String style, Box box, String radius) {
    return new String[] {
      "class",
      style,
      "x",
      number(box.x()),
      "y",
      number(box.y()),
      "width",
      number(box.width()),
      "height",
      number(box.height()),
      "rx",
      radius
    };
  }
}
