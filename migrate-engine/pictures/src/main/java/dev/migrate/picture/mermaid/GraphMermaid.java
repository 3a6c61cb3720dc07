package dev.migrate.picture.mermaid;

import dev.migrate.RevisionId;
import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.graph.DrawnConflict;
import dev.migrate.picture.graph.DrawnEdge;
import dev.migrate.picture.graph.DrawnRevision;
import dev.migrate.picture.graph.DrawnState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the revisions as a flow chart of Mermaid, in the order in which they run. */
public final class GraphMermaid {

  private final Drawing drawing;
  private final Map<RevisionId, String> names = new HashMap<>();

  private GraphMermaid(Drawing drawing) {
    this.drawing = drawing;
    drawing.revisions().forEach(revision -> names.put(revision.id(), "r" + names.size()));
  }

  /** Draws the revisions. */
  public static String of(Drawing drawing) {
    return new GraphMermaid(drawing).text();
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add("flowchart TD");
    for (DrawnRevision revision : drawing.revisions()) {
      lines.add("  " + name(revision.id()) + node(revision) + ":::" + style(revision.state()));
    }
    for (DrawnEdge edge : drawing.edges()) {
      String arrow = edge.kind() == DrawnEdge.Kind.AFTER ? " --> " : " -.-> ";
      lines.add("  " + name(edge.from()) + arrow + name(edge.to()));
    }
    for (DrawnConflict conflict : drawing.conflicts()) {
      String first = name(conflict.first());
      String second = name(conflict.second());
      lines.add("  " + first + " x-. \"conflict\" .-x " + second);
    }
    drawing
        .omission()
        .ifPresent(words -> lines.add("  omitted[\"" + MermaidText.quoted(words) + "\"]"));
    lines.add("  classDef applied stroke:#1a7f37,stroke-width:2px");
    lines.add("  classDef pending stroke:#0a62c9,stroke-width:2px,stroke-dasharray:5 3");
    lines.add("  classDef begun stroke:#b35000,stroke-width:3px");
    lines.add("  classDef unasked stroke-width:1px");
    return String.join("\n", lines) + "\n";
  }

  private String name(RevisionId id) {
    return names.getOrDefault(id, "omitted");
  }

  private static String node(DrawnRevision revision) {
    List<String> lines = new ArrayList<>();
    lines.add(MermaidText.quoted(revision.title()));
    revision.lineage().message().map(MermaidText::quoted).ifPresent(lines::add);
    List<String> marks = new ArrayList<>();
    revision.lineage().labels().forEach(label -> marks.add("label " + label));
    if (revision.isHead()) {
      marks.add("head");
    }
    if (revision.state() != DrawnState.UNASKED && revision.state() != DrawnState.APPLIED) {
      marks.add(revision.state().words());
    }
    marks.addAll(revision.warnings());
    if (!marks.isEmpty()) {
      lines.add(MermaidText.quoted(String.join(", ", marks)));
    }
    return "[\"" + String.join("<br/>", lines) + "\"]";
  }

  private static String style(DrawnState state) {
    return switch (state) {
      case UNASKED -> "unasked";
      case APPLIED -> "applied";
      case PENDING -> "pending";
      case GOING_UP, GOING_DOWN -> "begun";
    };
  }
}
