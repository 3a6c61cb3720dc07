package dev.migrate.commands;

import dev.migrate.commands.json.ErrorJson;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Option;

/** A command whose result is also JSON, if that is wanted. */
abstract class JsonCommand extends DbSubcommand {

  /** The format of the JSON: the same number as long as keys are only added. */
  private static final int FORMAT = 1;

  @Option(names = "--json", description = "Print JSON; its keys are in docs/json.md.")
  boolean json;

  /** The result as JSON. Immutable. */
  record JsonAnswer(JsonObject keys, int exitCode) {}

  /** Does the work and prints the result for people; returns the exit code. */
  abstract int print(Terminal terminal);

  /** Does the work; returns the keys after {@code format} and {@code command}. */
  abstract JsonAnswer json(Terminal terminal);

  @Override
  final int run(Terminal terminal) {
    if (!json) {
      return print(terminal);
    }
    try {
      JsonAnswer answer = json(terminal);
      terminal.out().println(start().and(answer.keys()));
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
