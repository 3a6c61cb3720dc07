package dev.migrate.picture.svg;

import dev.migrate.picture.layout.Arrangement;
import dev.migrate.picture.layout.Box;
import dev.migrate.picture.layout.Direction;
import dev.migrate.picture.layout.Link;
import dev.migrate.picture.layout.Placement;
import dev.migrate.picture.layout.Point;
import dev.migrate.picture.layout.Route;
import dev.migrate.picture.schema.Change;
import dev.migrate.picture.schema.DrawnReference;
import dev.migrate.picture.schema.SchemaDrawing;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Draws tables as cards, with a line for the foreign keys between two of them. */
public final class SchemaSvg {

  private final SchemaDrawing drawing;
  private final List<TableCard> cards = new ArrayList<>();
  private final Map<QualifiedName, Integer> numbers = new HashMap<>();

  private SchemaSvg(SchemaDrawing drawing) {
    this.drawing = drawing;
    drawing
        .tables()
        .forEach(
            table -> {
              numbers.put(table.name(), cards.size());
              cards.add(new TableCard(table));
            });
  }

  /** Draws a schema. */
  public static Picture of(SchemaDrawing drawing) {
    return new SchemaSvg(drawing).picture();
  }

  private Link link(DrawnReference reference) {
    return new Link(
        Objects.requireNonNull(numbers.get(reference.from())),
        Objects.requireNonNull(numbers.get(reference.to())));
  }

  private Picture picture() {
    List<Link> links = drawing.references().stream().map(this::link).toList();
    Placement placement =
        Arrangement.of(cards.stream().map(TableCard::size).toList(), links, Direction.RIGHT);
    Markup svg = new Markup();
    for (Link link : links.stream().distinct().toList()) {
      if (link.from() == link.to()) {
        loop(placement.boxes().get(link.from()), words(links, link), svg);
      } else if (placement.routes().containsKey(link)) {
        line(Objects.requireNonNull(placement.routes().get(link)), links, link, svg);
      }
    }
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).draw(placement.boxes().get(i), svg);
    }
    boolean loops = links.stream().anyMatch(link -> link.from() == link.to());
    return new Picture(
        "schema",
        placement.width() + (loops ? 20 : 0),
        placement.height(),
        "The tables and their foreign keys",
        description(),
        svg.toString());
  }

  private List<DrawnReference> references(List<Link> links, Link wanted) {
    List<DrawnReference> references = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).equals(wanted)) {
        references.add(drawing.references().get(i));
      }
    }
    return references;
  }

  private String words(List<Link> links, Link link) {
    return references(links, link).stream()
        .map(DrawnReference::words)
        .collect(Collectors.joining("\n"));
  }

  private void line(Route route, List<Link> links, Link link, Markup svg) {
    Link back = new Link(link.to(), link.from());
    List<DrawnReference> forth = references(links, link);
    List<DrawnReference> others = references(links, back);
    String title = words(links, link) + (others.isEmpty() ? "" : "\n" + words(links, back));
    svg.open("g").element("title", title);
    svg.empty("path", "class", "edge", "d", Lines.path(route));
    svg.empty("path", "class", "edge", "d", ends(route.start(), route.next(), forth, others));
    svg.empty("path", "class", "edge", "d", ends(route.end(), route.before(), others, forth));
    svg.close().line();
  }

  /**
   * The marks at one end of a line: a fork where many rows refer, a bar where one row is referred
   * to.
   *
   * @param place the end of the line, at the side of a table
   * @param inner from where the line comes
   * @param leaving the foreign keys of this table
   * @param arriving the foreign keys that refer to it
   */
  private static String ends(
      Point place, Point inner, List<DrawnReference> leaving, List<DrawnReference> arriving) {
    StringBuilder path = new StringBuilder();
    boolean isForked = leaving.stream().anyMatch(reference -> !reference.isUnique());
    if (isForked) {
      Point tip = Lines.towards(place, inner, 10);
      Point left = Lines.beside(place, place, inner, 6);
      Point right = Lines.beside(place, place, inner, -6);
      path.append('M').append(Lines.at(left)).append('L').append(Lines.at(tip));
      path.append('L').append(Lines.at(right));
    }
    if (!arriving.isEmpty() || leaving.stream().anyMatch(DrawnReference::isUnique)) {
      Point bar = Lines.towards(place, inner, isForked ? 14 : 8);
      path.append('M').append(Lines.at(Lines.beside(bar, place, inner, 5)));
      path.append('L').append(Lines.at(Lines.beside(bar, place, inner, -5)));
    }
    return path.toString();
  }

  private static void loop(Box box, String words, Markup svg) {
    Point start = new Point(box.right(), box.y() + 10);
    Point end = new Point(box.right(), box.y() + 34);
    Route route =
        new Route(
            List.of(
                start,
                new Point(box.right() + 18, start.y()),
                new Point(box.right() + 18, end.y()),
                end),
            false);
    svg.open("g").element("title", words);
    svg.empty("path", "class", "edge", "d", Lines.path(route)).close().line();
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    parts.add(drawing.tables().size() + " tables and " + drawing.references().size());
    parts.set(0, parts.get(0) + " foreign keys");
    for (Change change : Change.values()) {
      String names =
          drawing.tables().stream()
              .filter(table -> change != Change.NONE && table.change() == change)
              .map(table -> table.name().toString())
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        parts.add(change.words() + ": " + names);
      }
    }
    drawing.references().stream().limit(200).map(DrawnReference::words).forEach(parts::add);
    return String.join("; ", parts);
  }
}
