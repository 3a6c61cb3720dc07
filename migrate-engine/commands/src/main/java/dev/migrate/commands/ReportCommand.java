package dev.migrate.commands;

import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.json.ReportJson;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.picture.Report;
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
    footer = {"  db report --out report.html", "  db report --out report.html --json"})
final class ReportCommand extends JsonCommand {

  @Mixin PictureOutput output;

  @Option(names = "--title", paramLabel = "<text>", description = "The heading of the page.")
  @Nullable String title;

  @Override
  int print(Terminal terminal) {
    output.write(report().html(), terminal);
    return ExitCode.OK;
  }

  /** What was written. */
  @Override
  JsonAnswer json(Terminal terminal) {
    Report report = report();
    long size = output.write(report.html(), terminal);
    return new JsonAnswer(
        JsonObject.EMPTY
            .with("file", output.path().map(file -> file.toAbsolutePath().normalize()))
            .with("size", size)
            .with("counts", ReportJson.of(report)),
        ExitCode.OK);
  }

  private Report report() {
    if (output.out == null) {
      throw new DefinitionException(
          "the report needs a file", "name it: db report --out report.html");
    }
    output.requireFree();
    ReportPage page = ReportPage.of(migrator()).at(Instant.now());
    page = title == null ? page : page.title(title);
    page = db.model().map(page::model).orElse(page);
    return page.read();
  }
}
