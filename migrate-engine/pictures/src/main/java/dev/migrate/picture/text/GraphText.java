package dev.migrate.picture.text;

import dev.migrate.RevisionId;
import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.graph.DrawnEdge;
import dev.migrate.picture.graph.DrawnRevision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws the revisions as lines of text, like {@code git log --graph}: the newest first, each with
 * lines down to those that it follows. Not thread-safe.
 */
public final class GraphText {

  /** The columns that stay for words beside the lines. */
  private static final int WORDS = 24;

  private final Drawing drawing;
  private final TextSymbols symbols;
  private final Lanes lanes;
  private final Rows rows;
  private final Map<RevisionId, List<DrawnEdge>> edges = new HashMap<>();

  /** Where the last revision is, if no line leads on from there; another place otherwise. */
  private int ended = -1;

  private GraphText(Drawing drawing, int width, TextSymbols symbols) {
    this.drawing = drawing;
    this.symbols = symbols;
    this.lanes = new Lanes(Math.max(1, (width - WORDS) / 2));
    this.rows = new Rows(width, symbols);
    drawing
        .edges()
        .forEach(edge -> edges.computeIfAbsent(edge.to(), none -> new ArrayList<>()).add(edge));
  }

  /**
   * Draws the revisions.
   *
   * @param width the columns of the terminal; no line is longer, unless it is less than 30
   */
  public static TextPicture of(Drawing drawing, int width, TextSymbols symbols) {
    return new GraphText(drawing, width, symbols).picture();
  }

  private TextPicture picture() {
    List<DrawnRevision> revisions = drawing.revisions();
    for (int i = revisions.size() - 1; i >= 0; i--) {
      add(revisions.get(i));
    }
    drawing.omission().ifPresent(rows::note);
    return rows.picture();
  }

  private void add(DrawnRevision revision) {
    List<Integer> arriving = lanes.leadingTo(revision.id());
    Optional<Integer> own = arriving.stream().findFirst().or(lanes::free);
    int place = own.orElse(lanes.width());
    if (arriving.size() > 1) {
      join(place, arriving.subList(1, arriving.size()));
    }
    List<Optional<Lane>> beside = lanes.snapshot();
    if (arriving.isEmpty() && place == ended) {
      rows.lines(row(beside, place, ' ').stripTrailing());
    }
    List<DrawnEdge> below = edges.getOrDefault(revision.id(), List.of());
    Departures departures = new Departures(lanes, place, own.isPresent(), below);
    String lines = row(beside, place, departures.below(symbols));
    RevisionWords words = new RevisionWords(drawing, revision);
    rows.revision(node(revision, place, beside), lines, words);
    rows.notes(lines, words.notes(departures.inWords()));
    departures.turn().ifPresent(turn -> rows.lines(turn.text(symbols)));
    ended = departures.isEnd() ? place : -1;
  }

  /** Lines that lead to the same revision come together above it. */
  private void join(int place, List<Integer> others) {
    Map<Integer, Turn.Arrival> targets = new LinkedHashMap<>();
    for (int other : others) {
      boolean solid = lanes.at(other).map(Lane::isSolid).orElse(true);
      targets.put(other, new Turn.Arrival(true, false, solid));
    }
    rows.lines(new Turn(place, true, targets, lanes.snapshot()).text(symbols));
    others.forEach(lanes::end);
  }

  private List<TextSpan> node(DrawnRevision revision, int place, List<Optional<Lane>> beside) {
    String row = row(beside, place, symbols.node(revision.state()));
    int at = 2 * place;
    return List.of(
        new TextSpan(TextSpan.Role.LINE, row.substring(0, at)),
        new TextSpan(RevisionWords.role(revision.state()), row.substring(at, at + 1)),
        new TextSpan(TextSpan.Role.LINE, row.substring(at + 1)));
  }

  private String row(List<Optional<Lane>> row, int place, char own) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(row.size(), place + 1); i++) {
      Optional<Lane> lane = i < row.size() ? row.get(i) : Optional.empty();
      text.append(i == place ? own : lane.map(symbols::vertical).orElse(' ')).append(' ');
    }
    return text.toString();
  }
}
