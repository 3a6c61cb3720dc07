package dev.migrate.picture.text;

import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.graph.DrawnConflict;
import dev.migrate.picture.graph.DrawnEdge;
import dev.migrate.picture.graph.DrawnRevision;
import dev.migrate.picture.graph.DrawnState;
import dev.migrate.picture.text.TextSpan.Role;
import java.util.ArrayList;
import java.util.List;

/** What is written beside and below a revision. Immutable. */
final class RevisionWords {

  private final Drawing drawing;
  private final DrawnRevision revision;

  RevisionWords(Drawing drawing, DrawnRevision revision) {
    this.drawing = drawing;
    this.revision = revision;
  }

  /** What a revision in this state is. */
  static Role role(DrawnState state) {
    return switch (state) {
      case APPLIED -> Role.APPLIED;
      case PENDING, UNASKED -> Role.PENDING;
      case GOING_UP, GOING_DOWN -> Role.UNFINISHED;
    };
  }

  /** The words that must be there: the id, its class, the state, labels and remarks. */
  List<TextSpan> words() {
    Role role = role(revision.state());
    List<TextSpan> words = new ArrayList<>();
    for (String part : DisplayWidth.visible(revision.title()).split(" ", 2)) {
      words.add(new TextSpan(role, part));
    }
    for (String label : revision.lineage().labels()) {
      words.add(new TextSpan(Role.LABEL, "[" + DisplayWidth.visible(label) + "]"));
    }
    if (revision.state() != DrawnState.APPLIED && revision.state() != DrawnState.UNASKED) {
      words.add(new TextSpan(role, "(" + revision.state().words() + ")"));
    }
    if (revision.isHead()) {
      words.add(new TextSpan(Role.HEAD, "(head)"));
    }
    for (String warning : revision.warnings()) {
      words.add(new TextSpan(Role.WARNING, "(" + warning + ")"));
    }
    return words;
  }

  /** What the revision is for, on one line; empty if it has no message. */
  String message() {
    return revision.lineage().message().map(DisplayWidth::visible).orElse("");
  }

  /**
   * What is written below it.
   *
   * @param inWords the edges that are not drawn
   */
  List<TextSpan> notes(List<DrawnEdge> inWords) {
    List<TextSpan> notes = new ArrayList<>();
    List<String> undrawn = new ArrayList<>();
    inWords.forEach(edge -> undrawn.add(edge.kind().words() + " " + edge.from()));
    undrawn.addAll(drawing.hiddenSources(revision));
    undrawn.forEach(text -> notes.add(new TextSpan(Role.NOTE, DisplayWidth.visible(text))));
    for (DrawnConflict conflict : drawing.conflictsOf(revision.id())) {
      String other = conflict.other(revision.id()).value();
      String text = "! conflicts with " + other + ": " + conflict.about();
      notes.add(new TextSpan(Role.WARNING, DisplayWidth.visible(text)));
    }
    return notes;
  }
}
