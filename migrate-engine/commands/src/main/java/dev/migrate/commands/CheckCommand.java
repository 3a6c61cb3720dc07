package dev.migrate.commands;

import dev.migrate.commands.advice.CheckAdvice;
import dev.migrate.commands.json.CheckJson;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.Paint;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code db check}. */
@Command(
    name = "check",
    description = {
      "Compare the model, the revisions and the database; exits with 2 if they differ.",
      "The model is compared with what the revisions make together, the database with what its"
          + " applied revisions declare. With --offline the database is not asked."
    },
    exitCodeList = {"0:success", "1:an error", "2:there are differences"},
    footer = {"  db check", "  db check --offline --dialect postgresql"})
final class CheckCommand extends ReadingCommand {

  @Option(names = "--offline", description = "Compare the model and the revisions alone.")
  boolean offline;

  @Mixin DialectOption dialect = new DialectOption();

  @Override
  Answer read() {
    Optional<SchemaSource> model = db.model();
    if (offline) {
      return OfflineCheck.of(revisions(), dialect.named().or(this::dialect), model).answer();
    }
    return answer(model.isPresent() ? migrator().check(model.get()) : migrator().check(), model);
  }

  private static Answer answer(Check check, Optional<SchemaSource> model) {
    List<String> compared = new ArrayList<>(List.of("revisions", "database"));
    if (model.isPresent()) {
      compared.add(0, "model");
    }
    return new Answer(
        JsonObject.EMPTY.with("compared", compared).and(CheckJson.of(check)),
        page -> {
          printCompared(compared, page);
          page.factsWithCode(check.toString(), check.isContent() ? Paint.GOOD : Paint.BAD);
          String commands = String.join(", ", CheckAdvice.commands(check));
          if (!commands.isEmpty()) {
            page.text("commands: " + commands);
          }
        },
        check.isContent() ? ExitCode.OK : ExitCode.DIFFERENCES);
  }

  /** Prints what was compared with what. */
  static void printCompared(List<String> compared, Page page) {
    page.text("compared: " + String.join(", ", compared), Paint.FAINT);
  }
}
