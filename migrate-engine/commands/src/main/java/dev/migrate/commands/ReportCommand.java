package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.picture.ReportPage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code db report}. */
@Command(
    name = "report",
    description = {
      "Write a report as one HTML page.",
      "It has the graph, conflicts, the plan with its SQL, the schema, drift, and the history with"
          + " durations."
    },
    footer = {"  db report --out report.html"})
final class ReportCommand extends DbSubcommand {

  @Mixin PictureOutput output;

  @Option(names = "--title", paramLabel = "<text>", description = "The heading of the page.")
  @Nullable String title;

  @Override
  int run(Terminal terminal) {
    if (output.out == null) {
      throw new DefinitionException(
          "the report needs a file", "name it: db report --out report.html");
    }
    output.requireFree();
    ReportPage page = ReportPage.of(migrator()).at(Instant.now());
    page = title == null ? page : page.title(title);
    page = db.model().map(page::model).orElse(page);
    output.write(page.html(), terminal);
    return ExitCode.OK;
  }
}
