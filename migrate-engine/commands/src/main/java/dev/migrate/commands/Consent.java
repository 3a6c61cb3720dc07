package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.Facts;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.RevisionStarted;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks before data is destroyed, and stops a run that would do something else than was shown,
 * because another process changed the database meanwhile. Not thread-safe.
 */
final class Consent implements MigrationListener {

  private static final List<String> UNKNOWN =
      List.of("what is not known before a revision that began has ended");

  private final Terminal terminal;
  private final boolean given;
  private final Set<RevisionId> shown = new HashSet<>();
  private boolean isShown;

  /**
   * Consent that has to be asked for.
   *
   * @param given whether it was given with an option
   */
  Consent(Terminal terminal, boolean given) {
    this.terminal = terminal;
    this.given = given;
  }

  /**
   * Asks if a plan destroys data.
   *
   * @param plan empty if it is not known, because a revision has begun and not ended
   * @throws UnansweredException if there is no consent; nothing ran
   */
  void require(Optional<Plan> plan) {
    plan.ifPresent(
        known -> {
          shown.addAll(known.revisions());
          isShown = true;
        });
    List<String> losses = plan.map(Plan::dataLoss).orElse(UNKNOWN);
    if (given || losses.isEmpty()) {
      return;
    }
    if (terminal.isInteractive()) {
      terminal.out().println("This destroys data:");
      losses.forEach(loss -> terminal.out().println("  " + terminal.styles().red(loss)));
    }
    Prompt prompt = new Prompt(terminal);
    Optional<Boolean> answer = prompt.yes("Continue?");
    if (answer.isEmpty()) {
      throw refused(losses, prompt.reason());
    }
    if (!answer.get()) {
      throw refused(losses, "the answer was no");
    }
  }

  private static UnansweredException refused(List<String> losses, String reason) {
    return new UnansweredException(
        Facts.of("this destroys data, and consent is missing: " + reason)
            .with("loses", String.join("\n", losses))
            .with("left", "nothing ran")
            .next("add --yes if it may be lost; --dry-run shows the whole plan"));
  }

  @Override
  public void on(MigrationEvent event) {
    if (isShown
        && event instanceof RevisionStarted started
        && !shown.contains(started.step().id())) {
      throw new UnansweredException(
          Facts.of("the database was changed while the question waited")
              .with("revision", started.step().title() + " would run now, and was not shown")
              .with("left", "nothing of it ran")
              .next("call the command again"));
    }
  }
}
