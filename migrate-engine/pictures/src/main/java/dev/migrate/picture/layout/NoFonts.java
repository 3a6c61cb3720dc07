package dev.migrate.picture.layout;

import org.graphper.api.attributes.FontStyle;
import org.graphper.def.FlatPoint;
import org.graphper.layout.FontSelector;
import org.graphper.layout.MeasureText;
import org.graphper.layout.RoughMeasureText;

/**
 * Keeps the layout library from loading AWT, which would need the module {@code java.desktop},
 * installed fonts and, on some systems, a desktop. What is laid out here contains no text. Texts
 * that others lay out with the library in the same application are measured roughly.
 */
public final class NoFonts implements FontSelector, MeasureText {

  /** Before the one of AWT. */
  private static final int FIRST = Integer.MIN_VALUE;

  private final MeasureText rough = new RoughMeasureText();

  /** For the service loader. */
  public NoFonts() {}

  @Override
  public int order() {
    return FIRST;
  }

  @Override
  public boolean envSupport() {
    return true;
  }

  @Override
  public String defaultFont() {
    return "Times";
  }

  @Override
  public FlatPoint measure(String text, String font, double size, FontStyle... styles) {
    return rough.measure(text, font, size, styles);
  }
}
