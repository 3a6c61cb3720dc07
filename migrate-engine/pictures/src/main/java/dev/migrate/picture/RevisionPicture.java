package dev.migrate.picture;

import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.mermaid.GraphMermaid;
import dev.migrate.picture.svg.GraphSvg;
import dev.migrate.picture.text.GraphText;
import dev.migrate.picture.text.TextPicture;
import dev.migrate.picture.text.TextSymbols;
import dev.migrate.report.Conflict;
import dev.migrate.report.RevisionInfo;
import java.util.List;

/**
 * A picture of the revision graph: what comes after what, what is applied and what is pending,
 * heads, labels, and conflicts between parallel revisions. Immutable and thread-safe; the same
 * revisions give the same text, whatever the machine.
 *
 * <pre>{@code
 * RevisionPicture picture = RevisionPicture.of(migrator.history(), migrator.conflicts());
 * System.out.println(picture.text(80));
 * }</pre>
 */
public final class RevisionPicture {

  private final Drawing drawing;

  private RevisionPicture(Drawing drawing) {
    this.drawing = drawing;
  }

  /**
   * A picture of the code alone, without the states on a database.
   *
   * @param conflicts what {@link RevisionGraph#conflicts()} found, or none
   */
  public static RevisionPicture of(RevisionGraph graph, List<Conflict> conflicts) {
    return new RevisionPicture(
        Drawing.of(
            Arguments.requireGiven(graph, "the graph"),
            Arguments.requireGiven(conflicts, "the list of conflicts")));
  }

  /**
   * A picture of the revisions on a database.
   *
   * @param revisions what {@code Migrator.history()} returned, in that order
   * @param conflicts what {@code Migrator.conflicts()} found, or none
   * @throws DefinitionException if a revision occurs twice, or before one that it comes after
   */
  public static RevisionPicture of(List<RevisionInfo> revisions, List<Conflict> conflicts) {
    return new RevisionPicture(
        Drawing.of(
            Arguments.requireGiven(revisions, "the list of revisions"),
            Arguments.requireGiven(conflicts, "the list of conflicts")));
  }

  /**
   * A part of the picture: the pending revisions that run first, and the applied ones that are last
   * in the order. Applied ones get at least a quarter of the places. The picture says how many are
   * left out.
   *
   * @param most how many revisions are shown at most
   * @throws DefinitionException if that is less than one
   */
  public RevisionPicture limitedTo(int most) {
    if (most < 1) {
      throw new DefinitionException(
          "a picture of at most " + most + " revisions shows nothing", "show at least one");
    }
    return new RevisionPicture(drawing.limitedTo(most));
  }

  /**
   * The graph as text, the newest revision first, as {@code git log --graph} has it. A solid line
   * leads to a parent, a dashed one to a dependency.
   *
   * @param width the columns that a line can have; below about 50, lines can be longer
   */
  public TextPicture text(int width) {
    return text(width, TextSymbols.UNICODE);
  }

  /**
   * The graph as text, as {@link #text(int)} has it.
   *
   * @param width the columns that a line can have
   * @param symbols the characters for lines and revisions
   */
  public TextPicture text(int width, TextSymbols symbols) {
    return GraphText.of(drawing, width, symbols);
  }

  /**
   * The graph as an SVG file, the oldest revision at the top. It needs nothing else, follows the
   * reader's choice of dark or light, and has a description for screen readers. More than a few
   * hundred revisions are hard to read; {@link #limitedTo(int)} makes them fewer.
   */
  public String svg() {
    return GraphSvg.of(drawing).file();
  }

  /**
   * The graph as Mermaid, which GitHub and others show between {@code ```mermaid} and {@code ```}.
   * GitHub draws at most 500 edges and 50,000 characters; {@link #limitedTo(int)} makes a picture
   * smaller.
   */
  public String mermaid() {
    return GraphMermaid.of(drawing);
  }
}
