package dev.migrate.commands;

import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.text.Page;
import java.util.function.Consumer;

/**
 * What a command read: for programs, for people, and for the shell. Immutable.
 *
 * @param json the keys after {@code format} and {@code command}
 * @param text prints it
 * @param exitCode how the command ends
 */
record Answer(JsonObject json, Consumer<Page> text, int exitCode) {

  static Answer of(JsonObject json, Consumer<Page> text) {
    return new Answer(json, text, ExitCode.OK);
  }
}
