package dev.migrate.picture.svg;

import static dev.migrate.picture.svg.Markup.number;

import dev.migrate.picture.layout.Box;
import dev.migrate.picture.layout.Size;
import dev.migrate.picture.schema.Change;
import dev.migrate.picture.schema.DrawnColumn;
import dev.migrate.picture.schema.DrawnTable;
import dev.migrate.picture.text.DisplayWidth;
import java.util.Locale;

/** A table as a card: its name, and a row for each column. Immutable. */
final class TableCard {

  private static final int NAME = 32;
  private static final int TYPE = 26;
  private static final double PADDING = 10;
  private static final double HEAD = 28;
  private static final double ROW = 19;
  private static final double FOOT = 5;

  /** Between a name and its type. */
  private static final double GAP = 18;

  private final DrawnTable table;
  private final String title;

  TableCard(DrawnTable table) {
    this.table = table;
    this.title = shortened(table.name().toString(), NAME + 8);
  }

  private static String shortened(String text, int columns) {
    return DisplayWidth.shortened(DisplayWidth.visible(text), columns, "…");
  }

  private static String name(DrawnColumn column) {
    return shortened(column.name(), NAME);
  }

  private static String type(DrawnColumn column) {
    return shortened(column.type(), TYPE) + (column.isNullable() ? " null" : "");
  }

  private static String keys(DrawnColumn column) {
    return String.join(" ", column.keys());
  }

  Size size() {
    double keys = keysWidth();
    String change = change();
    double width = Metrics.normal(title) + Metrics.small(DisplayWidth.of(change)) + GAP;
    for (DrawnColumn column : table.columns()) {
      double type = Metrics.small(DisplayWidth.of(type(column)));
      width = Math.max(width, keys + Metrics.normal(name(column)) + GAP + type);
    }
    int rows = table.columns().size() + (table.omitted() > 0 ? 1 : 0);
    return new Size(Math.ceil(width + 2 * PADDING), HEAD + ROW * rows + FOOT);
  }

  private double keysWidth() {
    int columns =
        table.columns().stream().mapToInt(column -> DisplayWidth.of(keys(column))).max().orElse(0);
    return columns == 0 ? 0 : Metrics.small(columns) + 8;
  }

  private String change() {
    return table.change() == Change.NONE ? "" : table.change().words();
  }

  private static String style(Change change) {
    return change == Change.NONE ? "" : change.name().toLowerCase(Locale.ROOT);
  }

  void draw(Box box, Markup svg) {
    svg.open("g", "class", "table").element("title", table.name().toString());
    svg.empty("rect", Shapes.rectangle("card", box, "5"));
    Box head = new Box(box.x() + 0.6, box.y() + 0.6, box.width() - 1.2, HEAD - 0.6);
    svg.empty("rect", Shapes.rectangle(("band " + style(table.change())).strip(), head, "4.4"));
    String line = "M" + number(box.x()) + " " + number(box.y() + HEAD) + "h" + number(box.width());
    svg.empty("path", "class", "rule", "d", line);
    double y = box.y() + 18.5;
    String strong = table.change() == Change.GONE ? "strong gone" : "strong";
    write(strong, title, box.x() + PADDING, y, svg);
    if (!change().isEmpty()) {
      write("small end", change(), box.right() - PADDING, y, svg);
    }
    double top = box.y() + HEAD;
    for (DrawnColumn column : table.columns()) {
      draw(column, box, top, svg);
      top += ROW;
    }
    if (table.omitted() > 0) {
      String more = "… " + table.omitted() + " more columns";
      write("small", more, box.x() + PADDING, top + 14, svg);
    }
    svg.close().line();
  }

  private void draw(DrawnColumn column, Box box, double top, Markup svg) {
    if (column.change() != Change.NONE) {
      Box row = new Box(box.x() + 0.6, top + 0.6, box.width() - 1.2, ROW);
      svg.empty("rect", Shapes.rectangle(style(column.change()), row, "0"));
    }
    double y = top + 14.5;
    if (column.isKey()) {
      write("small", keys(column), box.x() + PADDING, y, svg);
    }
    double x = box.x() + PADDING + keysWidth();
    write(column.change() == Change.GONE ? "gone" : "", name(column), x, y, svg);
    write("small end", type(column), box.right() - PADDING, y, svg);
  }

  private static void write(String style, String text, double x, double y, Markup svg) {
    if (style.isEmpty()) {
      svg.element("text", text, "x", number(x), "y", number(y));
    } else {
      svg.element("text", text, "class", style, "x", number(x), "y", number(y));
    }
  }
}
