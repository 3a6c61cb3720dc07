package dev.migrate.commands;

import dev.migrate.commands.entry.RevisionEntries;
import dev.migrate.commands.json.ConflictJson;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.json.RevisionJson;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.picture.RevisionPicture;
import dev.migrate.picture.SchemaPicture;
import dev.migrate.picture.text.TextPicture;
import dev.migrate.picture.text.TextSymbols;
import dev.migrate.report.Conflict;
import dev.migrate.report.PlanException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code db graph}. */
@Command(
    name = "graph",
    description = "Draw the graph of the revisions, or the schema.",
    footer = {"  db graph", "  db graph --out graph.svg", "  db graph --json"})
final class GraphCommand extends JsonCommand {

  /** Larger pictures are hard to read, and GitHub draws no larger ones in Mermaid. */
  private static final int MOST = 200;

  @Mixin PictureOutput output;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = PictureFormat.Reader.class,
      description = "text, mermaid or svg; by default that of the file's name, or text.")
  @Nullable PictureFormat format;

  @Option(
      names = "--limit",
      paramLabel = "<number>",
      description =
          "Draw at most so many: the pending ones, and the last applied ones. By default all as"
              + " text, and 200 otherwise.")
  @Nullable Integer limit;

  @Option(
      names = "--width",
      paramLabel = "<number>",
      description = "The number of columns of the text; by default those of the terminal, or 80.")
  @Nullable Integer width;

  @Option(names = "--ascii", description = "Draw the text in ASCII.")
  boolean ascii;

  @Option(
      names = "--no-database",
      description = "Draw what is in the code, without reading the database.")
  boolean noDatabase;

  @Option(
      names = "--schema",
      description = "Draw the tables that the applied revisions make, as SVG or Mermaid.")
  boolean schema;

  @Override
  int print(Terminal terminal) {
    output.requireFree();
    PictureFormat wanted = format == null ? PictureFormat.of(output.out) : format;
    output.write(schema ? schema(wanted) : revisions(wanted, terminal), terminal);
    return ExitCode.OK;
  }

  /** What the picture shows, all of it. */
  @Override
  JsonAnswer json(Terminal terminal) {
    PictureOptions.requireNone(spec);
    RevisionGraph graph = revisions();
    RevisionEntries entries =
        noDatabase ? RevisionEntries.of(graph) : RevisionEntries.of(graph, migrator().history());
    return new JsonAnswer(
        JsonObject.EMPTY
            .with("revisions", RevisionJson.of(entries.all()))
            .with("conflicts", conflicts().map(ConflictJson::of)),
        ExitCode.OK);
  }

  private String schema(PictureFormat wanted) {
    if (wanted == PictureFormat.TEXT || noDatabase) {
      throw new DefinitionException(
          noDatabase ? "the applied schema needs a database" : "a schema is not drawn as text",
          noDatabase
              ? "leave out --no-database or --schema"
              : "add --format svg or --format mermaid, or --out FILE.svg");
    }
    SchemaPicture picture = SchemaPicture.of(migrator().schema());
    return wanted == PictureFormat.SVG ? picture.svg() : picture.mermaid();
  }

  private String revisions(PictureFormat wanted, Terminal terminal) {
    RevisionPicture all = picture();
    Optional<Integer> most =
        Optional.ofNullable(limit)
            .or(() -> wanted == PictureFormat.TEXT ? Optional.empty() : Optional.of(MOST));
    RevisionPicture picture = most.map(all::limitedTo).orElse(all);
    return switch (wanted) {
      case TEXT -> text(picture, terminal);
      case MERMAID -> picture.mermaid();
      case SVG -> picture.svg();
    };
  }

  private String text(RevisionPicture picture, Terminal terminal) {
    if (width != null && width < 1) {
      throw new DefinitionException(
          "a text of " + width + " columns shows nothing", "give --width at least 1, such as 80");
    }
    int columns = width == null ? terminal.width() : width;
    TextPicture text = picture.text(columns, ascii ? TextSymbols.ASCII : TextSymbols.UNICODE);
    return output.out == null ? ColoredPicture.of(text, terminal.styles()) : text.toString();
  }

  private RevisionPicture picture() {
    List<Conflict> shown = conflicts().orElse(List.of());
    return noDatabase
        ? RevisionPicture.of(revisions(), shown)
        : RevisionPicture.of(migrator().history(), shown);
  }

  /** Empty where branches cannot be compared: {@code check} says why, and the graph is drawn. */
  private Optional<List<Conflict>> conflicts() {
    try {
      return Optional.of(noDatabase ? revisions().conflicts() : migrator().conflicts());
    } catch (PlanException uncomparable) {
      return Optional.empty();
    }
  }
}
