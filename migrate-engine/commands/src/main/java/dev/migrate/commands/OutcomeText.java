package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.Outcome;

/** Prints what an upgrade or downgrade did. */
final class OutcomeText {

  private final Terminal terminal;
  private final RevisionGraph revisions;

  OutcomeText(Terminal terminal, RevisionGraph revisions) {
    this.terminal = terminal;
    this.revisions = revisions;
  }

  void print(Outcome outcome) {
    if (outcome.isEmpty()) {
      terminal.out().println("Nothing to do.");
    } else {
      String what = outcome.direction() == Direction.UP ? "Upgraded " : "Downgraded ";
      int count = outcome.revisions().size();
      String number = count == 1 ? "1 revision" : count + " revisions";
      terminal.out().println(what + number + " in " + outcome.duration().toMillis() + " ms:");
      outcome.revisions().forEach(this::print);
    }
    if (!outcome.unknown().isEmpty()) {
      terminal.out().println("Applied, but unknown to the code: " + Facts.shown(outcome.unknown()));
    }
  }

  private void print(RevisionId id) {
    terminal.out().println("  " + terminal.styles().cyan(id.value()) + message(id));
  }

  private String message(RevisionId id) {
    return revisions.order().contains(id)
        ? revisions.lineage(id).message().map(text -> "  " + text).orElse("")
        : "";
  }
}
