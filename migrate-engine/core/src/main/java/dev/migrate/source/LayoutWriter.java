package dev.migrate.source;

import dev.migrate.source.Layout.Break;
import dev.migrate.source.Layout.Level;
import dev.migrate.source.Layout.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a layout: decides where lines end. Used once; not thread-safe. */
final class LayoutWriter {

  private final StringBuilder text = new StringBuilder();
  private int indent;
  private int column;
  private boolean mustBreak;

  LayoutWriter(int indent) {
    this.indent = indent;
    append(" ".repeat(indent));
  }

  void write(Layout layout) {
    if (layout instanceof Level level) {
      if (column + level.width() <= Layout.COLUMNS) {
        level.parts().forEach(this::flat);
      } else {
        int outer = indent;
        indent += level.indent();
        broken(level);
        indent = outer;
      }
    } else {
      flat(layout);
    }
  }

  /** Writes on one line. */
  void flat(Layout layout) {
    if (layout instanceof Level level) {
      level.parts().forEach(this::flat);
    } else if (layout instanceof Break possible) {
      append(possible.flat());
    } else if (layout instanceof Text part) {
      append(part.text());
    }
  }

  /** Each part between two breaks goes on the line if it fits there. */
  private void broken(Level level) {
    List<Layout> part = new ArrayList<>();
    @Nullable Break before = null;
    for (Layout layout : level.parts()) {
      if (layout instanceof Break next) {
        writePart(before, part);
        part = new ArrayList<>();
        before = next;
      } else {
        part.add(layout);
      }
    }
    writePart(before, part);
  }

  private void writePart(@Nullable Break before, List<Layout> part) {
    int width = Layout.width(part);
    if (before != null) {
      boolean ends =
          before.forced()
              || !before.independent()
              || mustBreak
              || column + before.flat().length() + width > Layout.COLUMNS;
      if (ends) {
        endLine(before.indent());
      } else {
        append(before.flat());
      }
    }
    boolean fits = column + width <= Layout.COLUMNS;
    mustBreak = false;
    part.forEach(this::write);
    mustBreak = !fits;
  }

  private void endLine(int further) {
    text.append('\n');
    column = 0;
    append(" ".repeat(indent + further));
  }

  private void append(String part) {
    text.append(part);
    column += part.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
