package dev.migrate.commands;

import dev.migrate.commands.json.ErrorJson;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.commands.text.Page;
import picocli.CommandLine.Option;

/** A command that only reads: it prints text, or JSON if that is wanted. */
abstract class ReadingCommand extends DbSubcommand {

  /** The format of the JSON: the same number as long as keys are only added. */
  private static final int FORMAT = 1;

  @Option(names = "--json", description = "Print JSON; its keys are in docs/json.md.")
  boolean json;

  /** Reads; prints nothing. */
  abstract Answer read();

  @Override
  final int run(Terminal terminal) {
    if (!json) {
      Answer answer = read();
      answer.text().accept(Page.of(terminal));
      return answer.exitCode();
    }
    try {
      Answer answer = read();
      terminal.out().println(start().and(answer.json()));
      return answer.exitCode();
    } catch (RuntimeException error) {
      terminal.out().println(start().with("error", ErrorJson.of(error)));
      throw error;
    }
  }

  private JsonObject start() {
    return JsonObject.EMPTY.with("format", FORMAT).with("command", spec.name());
  }
}
