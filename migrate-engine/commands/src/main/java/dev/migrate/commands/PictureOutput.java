package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.picture.PictureFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a picture goes: to a file, or to the output. */
final class PictureOutput {

  @Option(
      names = {"-o", "--out"},
      paramLabel = "<file>",
      description = "Write to this file.")
  @Nullable Path out;

  @Option(names = "--force", description = "Replace the file if it exists.")
  boolean force;

  /** Refuses a file that exists, before any work. */
  void requireFree() {
    if (out == null) {
      return;
    }
    if (!force && Files.exists(out) && !Files.isDirectory(out)) {
      throw new DefinitionException(
          Facts.of("the file " + out + " exists")
              .with("left", "nothing was written")
              .next("choose another file, or replace this one with --force"));
    }
    new PictureFile(out, force).requireFree();
  }

  /** The file; empty for the output. */
  Optional<Path> path() {
    return Optional.ofNullable(out);
  }

  /** Writes the text, and says where it is if that is a file; returns the number of bytes. */
  long write(String text, Terminal terminal) {
    String all = text.endsWith("\n") ? text : text + "\n";
    if (out == null) {
      terminal.out().print(all);
      terminal.out().flush();
    } else {
      new PictureFile(out, force).write(all);
      terminal.err().println("wrote " + out);
    }
    return all.getBytes(StandardCharsets.UTF_8).length;
  }
}
