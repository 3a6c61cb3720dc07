package dev.migrate.picture.svg;

import static dev.migrate.picture.svg.Markup.number;

import dev.migrate.RevisionId;
import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.graph.DrawnConflict;
import dev.migrate.picture.graph.DrawnEdge;
import dev.migrate.picture.graph.DrawnRevision;
import dev.migrate.picture.graph.DrawnState;
import dev.migrate.picture.layout.Arrangement;
import dev.migrate.picture.layout.Box;
import dev.migrate.picture.layout.Direction;
import dev.migrate.picture.layout.Link;
import dev.migrate.picture.layout.Placement;
import dev.migrate.picture.layout.Point;
import dev.migrate.picture.layout.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Draws the revisions as cards with arrows between them, in the order in which they run. */
public final class GraphSvg {

  private final Drawing drawing;
  private final List<RevisionCard> cards = new ArrayList<>();
  private final Map<RevisionId, Integer> numbers = new HashMap<>();
  private final Map<Link, List<DrawnEdge>> links = new LinkedHashMap<>();

  private GraphSvg(Drawing drawing) {
    this.drawing = drawing;
    for (DrawnRevision revision : drawing.revisions()) {
      numbers.put(revision.id(), cards.size());
      cards.add(new RevisionCard(revision, marks(revision.id())));
    }
    for (DrawnEdge edge : drawing.edges()) {
      Link link = new Link(place(edge.from()), place(edge.to()));
      links.computeIfAbsent(link, none -> new ArrayList<>()).add(edge);
    }
  }

  /** Draws the revisions. */
  public static Picture of(Drawing drawing) {
    return new GraphSvg(drawing).picture();
  }

  private int place(RevisionId id) {
    return Objects.requireNonNull(numbers.get(id));
  }

  private List<Chip> marks(RevisionId id) {
    List<Chip> marks = new ArrayList<>();
    for (int i = 0; i < drawing.conflicts().size(); i++) {
      if (drawing.conflicts().get(i).concerns(id)) {
        marks.add(new Chip("conflict " + (i + 1), "warn"));
      }
    }
    return marks;
  }

  private Picture picture() {
    Placement placement =
        Arrangement.of(
            cards.stream().map(RevisionCard::size).toList(),
            List.copyOf(links.keySet()),
            Direction.DOWN);
    Markup svg = new Markup();
    conflicts(placement, svg);
    links.forEach(
        (link, edges) -> line(Objects.requireNonNull(placement.routes().get(link)), edges, svg));
    for (int i = 0; i < cards.size(); i++) {
      DrawnRevision revision = drawing.revisions().get(i);
      cards.get(i).draw(placement.boxes().get(i), notes(revision), svg);
    }
    double height = placement.height();
    String omission = drawing.omission().orElse("");
    if (!omission.isEmpty()) {
      height += 26;
      svg.element("text", omission, "class", "small", "x", "0", "y", number(height - 4)).line();
    }
    double width = Math.max(placement.width(), Metrics.small(omission.length()));
    return new Picture(
        "revisions", width, height, "The revision graph", description(), svg.toString());
  }

  private List<String> notes(DrawnRevision revision) {
    List<String> notes = new ArrayList<>(drawing.hiddenSources(revision));
    for (DrawnConflict conflict : drawing.conflictsOf(revision.id())) {
      notes.add("conflicts with " + conflict.other(revision.id()) + ": " + conflict.about());
    }
    return notes;
  }

  private void conflicts(Placement placement, Markup svg) {
    for (DrawnConflict conflict : drawing.conflicts()) {
      Box one = placement.boxes().get(place(conflict.first()));
      Box other = placement.boxes().get(place(conflict.second()));
      Point from = new Point(one.x() + one.width() / 2, one.y() + one.height() / 2);
      Point to = new Point(other.x() + other.width() / 2, other.y() + other.height() / 2);
      svg.open("g").element("title", conflict.first() + " and " + conflict.second());
      String path = "M" + Lines.at(from) + "L" + Lines.at(to);
      svg.empty("path", "class", "conflict", "d", path).close().line();
    }
  }

  private static void line(Route route, List<DrawnEdge> edges, Markup svg) {
    boolean isDashed = edges.stream().noneMatch(edge -> edge.kind() == DrawnEdge.Kind.AFTER);
    String title =
        edges.stream()
            .map(edge -> edge.to() + " " + edge.kind().words() + " " + edge.from())
            .collect(Collectors.joining("\n"));
    svg.open("g").element("title", title);
    String style = isDashed ? "edge dashed" : "edge";
    svg.empty("path", "class", style, "d", Lines.path(route));
    svg.empty("path", "class", "arrow", "d", arrow(route)).close().line();
  }

  private static String arrow(Route route) {
    Point tip = route.end();
    Point before = route.before();
    Point foot = Lines.towards(tip, before, 8);
    Point left = Lines.beside(foot, tip, before, 4);
    Point right = Lines.beside(foot, tip, before, -4);
    return "M" + Lines.at(tip) + "L" + Lines.at(left) + "L" + Lines.at(right) + "Z";
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    parts.add(drawing.revisions().size() + " revisions, each below those that it follows");
    for (DrawnState state : DrawnState.values()) {
      long count = drawing.revisions().stream().filter(each -> each.state() == state).count();
      if (count > 0 && state != DrawnState.UNASKED) {
        parts.add(count + " " + state.words());
      }
    }
    parts.add(
        "heads: "
            + drawing.revisions().stream()
                .filter(DrawnRevision::isHead)
                .map(revision -> revision.id().value())
                .collect(Collectors.joining(", ")));
    for (DrawnConflict conflict : drawing.conflicts()) {
      parts.add(conflict.first() + " and " + conflict.second() + " conflict: " + conflict.about());
    }
    drawing.omission().ifPresent(parts::add);
    return String.join("; ", parts);
  }
}
