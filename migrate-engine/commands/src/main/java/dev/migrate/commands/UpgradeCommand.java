package dev.migrate.commands;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.report.Outcome;
import dev.migrate.report.Script;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code db upgrade}. */
@Command(
    name = "upgrade",
    description = "Upgrade to a later revision, by default to all of them.",
    footer = {
      "  db upgrade",
      "  db upgrade +1",
      "  db upgrade billing@head 003_add_email",
      "  db upgrade --dry-run",
      "  db upgrade base:heads --sql --dialect postgresql > upgrade.sql"
    })
final class UpgradeCommand extends MigratingCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "<target>",
      defaultValue = "heads",
      description = {
        "An id or its start, a label, head, heads, +1 or a combination such as billing@head. By"
            + " default heads."
      })
  List<String> targets = List.of();

  @Override
  List<String> targets() {
    return targets;
  }

  @Override
  Script script(Migrator migrator, List<String> all) {
    return migrator.upgradeScript(all.get(0), rest(all));
  }

  @Override
  Script script(OfflineMigrator migrator, String range) {
    return migrator.upgradeScript(range);
  }

  @Override
  Outcome migrate(Migrator migrator, List<String> all) {
    return migrator.upgrade(all.get(0), rest(all));
  }

  /** An upgrade runs unattended, when an application is deployed. */
  @Override
  boolean alwaysAsks() {
    return false;
  }

  private static String[] rest(List<String> all) {
    return all.subList(1, all.size()).toArray(String[]::new);
  }
}
