package dev.migrate.commands;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.report.Outcome;
import dev.migrate.report.Script;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code db downgrade}. */
@Command(
    name = "downgrade",
    description = {
      "Undo everything above a revision, by default the last one. If that destroys data, it needs"
          + " consent."
    },
    footer = {
      "  db downgrade",
      "  db downgrade -2 --dry-run",
      "  db downgrade 002_add_email --yes",
      "  db downgrade heads:base --sql --dialect postgresql > downgrade.sql"
    })
final class DowngradeCommand extends MigratingCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "<target>",
      defaultValue = "-1",
      description = {
        "An id or its start, which stays applied; base for none, or a number of steps such as -2."
            + " By default -1."
      })
  String target = "-1";

  @Override
  List<String> targets() {
    return List.of(target);
  }

  @Override
  Script script(Migrator migrator, List<String> targets) {
    return migrator.downgradeScript(targets.get(0));
  }

  @Override
  Script script(OfflineMigrator migrator, String range) {
    return migrator.downgradeScript(range);
  }

  @Override
  Outcome migrate(Migrator migrator, List<String> targets) {
    return migrator.downgrade(targets.get(0));
  }

  @Override
  boolean alwaysAsks() {
    return true;
  }
}
