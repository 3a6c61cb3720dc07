package dev.migrate.picture.svg;

import static dev.migrate.picture.svg.Markup.number;

import dev.migrate.picture.graph.DrawnRevision;
import dev.migrate.picture.graph.DrawnState;
import dev.migrate.picture.layout.Box;
import dev.migrate.picture.layout.Size;
import dev.migrate.picture.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** A revision as a card: its id, its message and marks. Immutable. */
final class RevisionCard {

  private static final int TITLE = 34;
  private static final int MESSAGE = 44;
  private static final double PADDING = 14;
  private static final double LEAST = 120;
  private static final double LINE = 18;
  private static final double CHIP = 22;

  private final DrawnRevision revision;
  private final String title;
  private final String message;
  private final List<List<Chip>> chips;

  RevisionCard(DrawnRevision revision, List<Chip> marks) {
    this.revision = revision;
    this.title = shortened(revision.title(), TITLE);
    this.message = revision.lineage().message().map(text -> shortened(text, MESSAGE)).orElse("");
    this.chips = rows(chips(revision, marks));
  }

  private static String shortened(String text, int columns) {
    return DisplayWidth.shortened(DisplayWidth.visible(text), columns, "…");
  }

  private static List<Chip> chips(DrawnRevision revision, List<Chip> marks) {
    List<Chip> chips = new ArrayList<>();
    for (String label : revision.lineage().labels()) {
      chips.add(new Chip(shortened(label, TITLE), "label"));
    }
    if (revision.isHead()) {
      chips.add(new Chip("head", "head"));
    }
    if (revision.state() != DrawnState.UNASKED && revision.state() != DrawnState.APPLIED) {
      chips.add(new Chip(revision.state().words(), style(revision.state())));
    }
    revision.warnings().forEach(warning -> chips.add(new Chip(warning, "warn")));
    chips.addAll(marks);
    return chips;
  }

  private static List<List<Chip>> rows(List<Chip> chips) {
    List<List<Chip>> rows = new ArrayList<>();
    double used = Double.MAX_VALUE;
    for (Chip chip : chips) {
      if (used + width(chip) > Metrics.small(MESSAGE)) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.get(rows.size() - 1).add(chip);
      used += width(chip) + 6;
    }
    return rows;
  }

  private static double width(Chip chip) {
    return Metrics.small(DisplayWidth.of(chip.text())) + 12;
  }

  static String style(DrawnState state) {
    return switch (state) {
      case UNASKED -> "unasked";
      case APPLIED -> "applied";
      case PENDING -> "pending";
      case GOING_UP, GOING_DOWN -> "begun";
    };
  }

  Size size() {
    double width = Math.max(Metrics.normal(title), Metrics.small(DisplayWidth.of(message)));
    for (List<Chip> row : chips) {
      double chipped = row.stream().mapToDouble(chip -> width(chip) + 6).sum() - 6;
      width = Math.max(width, chipped);
    }
    double height = 14 + LINE + (message.isEmpty() ? 0 : LINE - 1) + CHIP * chips.size();
    return new Size(Math.ceil(Math.max(LEAST, width + 2 * PADDING)), height);
  }

  void draw(Box box, List<String> notes, Markup svg) {
    boolean isOpen = revision.state() != DrawnState.APPLIED;
    String style = style(revision.state()) + (isOpen ? " open" : "");
    svg.open("g", "class", style).element("title", tooltip(notes));
    svg.empty("rect", Shapes.rectangle("card", box, "6"));
    Box strip = new Box(box.x() + 0.6, box.y() + 0.6, 5, box.height() - 1.2);
    svg.empty("rect", Shapes.rectangle("strip", strip, "2.5"));
    double x = box.x() + PADDING;
    double y = box.y() + 20;
    svg.element("text", title, "class", "strong", "x", number(x), "y", number(y));
    if (!message.isEmpty()) {
      y += LINE - 1;
      svg.element("text", message, "class", "small", "x", number(x), "y", number(y));
    }
    y += 9;
    for (List<Chip> row : chips) {
      drawChips(row, x, y, svg);
      y += CHIP;
    }
    svg.close().line();
  }

  private static void drawChips(List<Chip> row, double left, double y, Markup svg) {
    double x = left;
    for (Chip chip : row) {
      svg.empty("rect", Shapes.rectangle("chip", new Box(x, y, width(chip), 17), "8"));
      String style = "small " + chip.style();
      svg.element("text", chip.text(), "class", style, "x", number(x + 6), "y", number(y + 12.5));
      x += width(chip) + 6;
    }
  }

  private String tooltip(List<String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add(revision.title() + " (" + revision.state().words() + ")");
    revision.lineage().message().ifPresent(lines::add);
    lines.addAll(notes);
    return String.join("\n", lines);
  }
}
