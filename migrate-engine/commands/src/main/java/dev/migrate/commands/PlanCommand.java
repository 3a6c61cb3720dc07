package dev.migrate.commands;

import dev.migrate.commands.json.PlanJson;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.StepText;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db plan}. */
@Command(
    name = "plan",
    description = {
      "Show what an upgrade would do: the revisions in their order, their operations, and the data"
          + " that they destroy.",
      "Reads the database, and changes nothing; with a range such as base:heads no database is"
          + " needed. Branches in conflict are an error, as for upgrade."
    },
    exitCodeList = {"0:success", "1:an error", "2:with --check, something is pending"},
    footer = {
      "  db plan",
      "  db plan billing@head --sql",
      "  db plan base:heads --dialect postgresql",
      "  db plan --check"
    })
final class PlanCommand extends ReadingCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "<target>",
      description = "Where to upgrade to; every head by default.")
  List<String> targets = List.of();

  @Option(names = "--sql", description = "Show the statements of each revision too.")
  boolean sql;

  @Option(names = "--check", description = "Exit with 2 if anything is pending.")
  boolean check;

  @Mixin OfflineRange range = new OfflineRange();

  @Override
  Answer read() {
    Script script = script();
    return new Answer(
        PlanJson.of(script),
        page -> print(script, page),
        check && !script.plan().isEmpty() ? ExitCode.DIFFERENCES : ExitCode.OK);
  }

  private Script script() {
    if (OfflineRange.isIn(targets)) {
      String ends = OfflineRange.only(targets);
      return migrator().offline(range.dialect(this::dialect)).upgradeScript(ends);
    }
    range.requireNoDialect("give a range, such as base:heads");
    Migrator migrator = migrator();
    return targets.isEmpty()
        ? migrator.upgradeScript()
        : migrator.upgradeScript(
            targets.get(0), targets.subList(1, targets.size()).toArray(String[]::new));
  }

  private void print(Script script, Page page) {
    if (script.plan().isEmpty()) {
      page.text(
          OfflineRange.isIn(targets)
              ? "nothing would run from " + String.join(" to ", targets.get(0).split(":", 2))
              : "nothing is pending");
      return;
    }
    int count = script.steps().size();
    page.text("upgrade of " + count + (count == 1 ? " revision" : " revisions"));
    for (ScriptStep step : script.steps()) {
      StepText.print(step.step(), page);
      if (sql) {
        StepText.statements(step, page);
      }
    }
  }
}
