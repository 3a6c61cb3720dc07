package dev.migrate.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Source text with places at which a line can end. A level that fits into the rest of its line
 * stays on it; otherwise the line ends at each of its breaks. So the text is as google-java-format
 * writes it, which leaves it alone. Immutable.
 */
sealed interface Layout {

  /** The longest line. */
  int COLUMNS = 100;

  /** Longer than any line. */
  int UNBOUNDED = 100_000;

  /** How many columns this takes on one line. */
  int width();

  /** Text that is never broken. */
  record Text(String text) implements Layout {
    @Override
    public int width() {
      return text.length();
    }
  }

  /**
   * A place at which a line can end.
   *
   * @param flat the text if the line does not end here
   * @param independent whether the line ends here only if what follows does not fit
   * @param forced whether the line always ends here
   * @param indent how much further the next line begins
   */
  record Break(String flat, boolean independent, boolean forced, int indent) implements Layout {
    @Override
    public int width() {
      return forced ? UNBOUNDED : flat.length();
    }
  }

  /**
   * Parts that stay on one line if they fit.
   *
   * @param indent how much further its next lines begin
   */
  record Level(int indent, List<Layout> parts) implements Layout {

    /** Text that follows a level without a break is part of it: it has to fit there too. */
    public Level {
      List<Layout> all = new ArrayList<>();
      for (Layout part : parts) {
        int last = all.size() - 1;
        if (part instanceof Text && last >= 0 && all.get(last) instanceof Level before) {
          all.set(last, before.followedBy(part));
        } else {
          all.add(part);
        }
      }
      parts = List.copyOf(all);
    }

    private Level followedBy(Layout text) {
      List<Layout> more = new ArrayList<>(parts);
      more.add(text);
      return new Level(indent, more);
    }

    @Override
    public int width() {
      return Layout.width(parts);
    }
  }

  static int width(List<Layout> parts) {
    return Math.min(UNBOUNDED, parts.stream().mapToInt(Layout::width).sum());
  }

  static Layout text(String text) {
    return new Text(text);
  }

  static Layout level(int indent, Layout... parts) {
    return new Level(indent, List.of(parts));
  }

  static Layout level(int indent, List<Layout> parts) {
    return new Level(indent, parts);
  }

  /** A break that ends the line if its level does not fit. */
  static Layout mayBreak(String flat) {
    return new Break(flat, false, false, 0);
  }

  /** The text of a layout on one line. */
  static String flat(Layout layout) {
    LayoutWriter writer = new LayoutWriter(0);
    writer.flat(layout);
    return writer.toString();
  }

  /** The text of a layout. */
  static String written(Layout layout, int indent) {
    LayoutWriter writer = new LayoutWriter(indent);
    writer.write(layout);
    return writer.toString();
  }

  /** Parts with something between each two of them. */
  static List<Layout> joined(List<Layout> parts, Layout... between) {
    List<Layout> all = new ArrayList<>();
    for (Layout part : parts) {
      if (!all.isEmpty()) {
        all.addAll(List.of(between));
      }
      all.add(part);
    }
    return all;
  }
}
