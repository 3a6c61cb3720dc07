package dev.migrate.picture.mermaid;

import dev.migrate.picture.schema.Change;
import dev.migrate.picture.schema.DrawnColumn;
import dev.migrate.picture.schema.DrawnReference;
import dev.migrate.picture.schema.DrawnTable;
import dev.migrate.picture.schema.SchemaDrawing;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws a schema as an entity diagram of Mermaid. */
public final class SchemaMermaid {

  private final SchemaDrawing drawing;
  private final Map<QualifiedName, String> names = new HashMap<>();

  private SchemaMermaid(SchemaDrawing drawing) {
    this.drawing = drawing;
    drawing.tables().forEach(table -> names.put(table.name(), "t" + names.size()));
  }

  /** Draws a schema. */
  public static String of(SchemaDrawing drawing) {
    return new SchemaMermaid(drawing).text();
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add("erDiagram");
    for (DrawnTable table : drawing.tables()) {
      String mark = table.change() == Change.NONE ? "" : " (" + table.change().words() + ")";
      String title = MermaidText.quoted(table.name() + mark);
      lines.add("  " + name(table.name()) + "[\"" + title + "\"] {");
      table.columns().forEach(column -> lines.add("    " + column(column)));
      lines.add("  }");
    }
    for (DrawnReference reference : drawing.references()) {
      String many = reference.isUnique() ? "|o" : "}o";
      String one = reference.isOptional() ? "o|" : "||";
      String words = MermaidText.quoted(reference.words());
      lines.add(
          "  "
              + name(reference.from())
              + " "
              + many
              + "--"
              + one
              + " "
              + name(reference.to())
              + " : \""
              + words
              + "\"");
    }
    return String.join("\n", lines) + "\n";
  }

  private String name(QualifiedName table) {
    return Objects.requireNonNull(names.get(table));
  }

  /** Types and names are words there; what differs from its word is told in the comment. */
  private static String column(DrawnColumn column) {
    String type = MermaidText.word(column.type(), "type");
    String name = MermaidText.word(column.name(), "column");
    List<String> remarks = new ArrayList<>();
    if (!name.equals(column.name())) {
      remarks.add(column.name());
    }
    if (!type.equals(column.type())) {
      remarks.add(column.type());
    }
    if (column.isNullable()) {
      remarks.add("null");
    }
    if (column.change() != Change.NONE) {
      remarks.add(column.change().words());
    }
    String keys = column.isKey() ? " " + String.join(", ", column.keys()) : "";
    String comment = MermaidText.quoted(String.join(", ", remarks));
    return type + " " + name + keys + (comment.isEmpty() ? "" : " \"" + comment + "\"");
  }
}
