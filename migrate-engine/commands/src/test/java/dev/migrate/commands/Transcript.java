package dev.migrate.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrator;
import dev.migrate.model.SchemaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a person sees who types commands: the commands, what they print, and how they end. */
final class Transcript {

  private static final Path GOLDEN = Path.of("src/test/resources/dev/migrate/commands");

  private final StringBuilder text = new StringBuilder();

  /** A heading. */
  void heading(String title) {
    text.append(text.isEmpty() ? "" : "\n").append("# ").append(title).append("\n\n");
  }

  /** Runs a command. */
  int run(Migrator migrator, Optional<SchemaSource> model, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(migrator, model, out, err, arguments);
    add(arguments, printed(out), printed(err), code);
    return code;
  }

  /** Adds what a command printed. */
  void add(String[] arguments, String out, String err, int code) {
    text.append("$ db");
    for (String argument : arguments) {
      text.append(argument.contains(" ") ? " \"" + argument + "\"" : " " + argument);
    }
    text.append('\n').append(err).append(out);
    text.append(code == 0 ? "" : "(exit code " + code + ")\n");
  }

  static int run(
      Migrator migrator,
      Optional<SchemaSource> model,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err,
      String... arguments) {
    DbCommand db = DbCommand.of(() -> migrator).out(stream(out), stream(err));
    return (model.isPresent() ? db.model(model.get()) : db).run(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String printed(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace("\r\n", "\n")
        .replaceAll("\"duration\": \\d+", "\"duration\": N");
  }

  /** Compares with the file of this name, or writes it. */
  void requireSame(String name) throws IOException {
    Path file = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).as(file.toString()).hasToString(Files.readString(file).replace("\r\n", "\n"));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
