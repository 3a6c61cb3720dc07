package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.commands.text.Page;

/** A command that only reads: it prints text, or JSON if that is wanted. */
abstract class ReadingCommand extends JsonCommand {

  /** Reads; prints nothing. */
  abstract Answer read();

  @Override
  final int print(Terminal terminal) {
    Answer answer = read();
    answer.text().accept(Page.of(terminal));
    return answer.exitCode();
  }

  @Override
  final JsonAnswer json(Terminal terminal) {
    Answer answer = read();
    return new JsonAnswer(answer.json(), answer.exitCode());
  }
}
