package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import dev.migrate.picture.RevisionPicture;
import dev.migrate.picture.SchemaPicture;
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
    footer = {"", "Example: db graph --out graph.svg"})
final class GraphCommand extends DbSubcommand {

  private static final int WIDTH = 80;

  /** Larger pictures are hard to read, and GitHub draws no larger ones in Mermaid. */
  private static final int MOST = 200;

  @Mixin PictureOutput output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = PictureFormat.Reader.class,
      description = "text, mermaid or svg; by default as the name of the file says, or text.")
  @Nullable PictureFormat format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Draw at most N revisions: the pending ones, and the last applied ones. By default all as"
              + " text, and 200 otherwise.")
  @Nullable Integer limit;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "The number of columns of the text; 80 by default.")
  int width = WIDTH;

  @Option(names = "--ascii", description = "Draw the text in ASCII.")
  boolean ascii;

  @Option(
      names = "--no-database",
      description = "Draw what is in the code, without asking what is applied.")
  boolean noDatabase;

  @Option(
      names = "--schema",
      description = "Draw the tables that the applied revisions make, as SVG or Mermaid.")
  boolean schema;

  @Override
  int run(Terminal terminal) {
    output.requireFree();
    PictureFormat wanted = format == null ? PictureFormat.of(output.out) : format;
    output.write(schema ? schema(wanted) : revisions(wanted), terminal);
    return ExitCode.OK;
  }

  private String schema(PictureFormat wanted) {
    if (wanted == PictureFormat.TEXT || noDatabase) {
      throw new DefinitionException(
          noDatabase ? "the applied schema needs a database" : "a schema is not drawn as text",
          noDatabase
              ? "leave out --no-database or --schema"
              : "add --format svg or --format mermaid, or --out FILE.svg");
    }
    SchemaPicture picture = SchemaPicture.of(db.migrator().schema());
    return wanted == PictureFormat.SVG ? picture.svg() : picture.mermaid();
  }

  private String revisions(PictureFormat wanted) {
    RevisionPicture all = picture(db.migrator());
    Optional<Integer> most =
        Optional.ofNullable(limit)
            .or(() -> wanted == PictureFormat.TEXT ? Optional.empty() : Optional.of(MOST));
    RevisionPicture picture = most.map(all::limitedTo).orElse(all);
    return switch (wanted) {
      case TEXT -> picture.text(width, ascii ? TextSymbols.ASCII : TextSymbols.UNICODE).toString();
      case MERMAID -> picture.mermaid();
      case SVG -> picture.svg();
    };
  }

  private RevisionPicture picture(Migrator migrator) {
    List<Conflict> conflicts = conflicts(migrator);
    return noDatabase
        ? RevisionPicture.of(migrator.revisions(), conflicts)
        : RevisionPicture.of(migrator.history(), conflicts);
  }

  /** None where branches cannot be compared: {@code check} says why, and the graph is still one. */
  private static List<Conflict> conflicts(Migrator migrator) {
    try {
      return migrator.conflicts();
    } catch (PlanException uncomparable) {
      return List.of();
    }
  }
}
