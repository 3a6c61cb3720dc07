package dev.migrate.commands.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rows with aligned columns. On a terminal the last column is shortened until the row fits. If
 * there is no room for it, another column is left out, or the last one; the first is always whole.
 * Immutable.
 *
 * @param rows the rows, all of the same length; the first is the heading
 * @param spare the column that is left out before others; empty for the last one
 */
public record Table(List<List<Span>> rows, OptionalInt spare) {

  private static final String GAP = "  ";
  private static final int LEAST = 8;

  /** Copies. */
  public Table {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table that leaves out its last column first. */
  public Table(List<List<Span>> rows) {
    this(rows, OptionalInt.empty());
  }

  /** Its lines. */
  List<List<Span>> lines(OptionalInt width) {
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    int[] widths = IntStream.range(0, columns).map(this::width).toArray();
    int before = IntStream.range(0, columns - 1).map(i -> widths[i] + GAP.length()).sum();
    if (width.isEmpty()) {
      return rows.stream().map(row -> line(row, widths, OptionalInt.empty())).toList();
    }
    int room = width.getAsInt() - before;
    return room < LEAST && columns > 1
        ? without(spare.orElse(columns - 1)).lines(width)
        : rows.stream().map(row -> line(row, widths, OptionalInt.of(Math.max(1, room)))).toList();
  }

  private Table without(int column) {
    List<List<Span>> others = new ArrayList<>();
    for (List<Span> row : rows) {
      List<Span> other = new ArrayList<>(row);
      other.remove(column);
      others.add(other);
    }
    return new Table(others);
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> Columns.of(row.get(column).text())).max().orElse(0);
  }

  private static List<Span> line(List<Span> row, int[] widths, OptionalInt room) {
    List<Span> line = new ArrayList<>();
    for (int i = 0; i < row.size() - 1; i++) {
      Span cell = row.get(i);
      line.add(cell);
      line.add(Span.of(" ".repeat(widths[i] - Columns.of(cell.text())) + GAP));
    }
    Span last = row.get(row.size() - 1);
    boolean fits = room.isEmpty() || row.size() == 1;
    line.add(fits ? last : shortened(last, room.getAsInt()));
    return line;
  }

  private static Span shortened(Span cell, int room) {
    return Columns.of(cell.text()) <= room
        ? cell
        : new Span(
            cell.text().substring(0, Columns.end(cell.text(), room - 1)) + "…", cell.paint());
  }
}
