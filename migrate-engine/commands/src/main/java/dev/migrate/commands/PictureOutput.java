package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.picture.PictureFile;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Writes the text, and says where it is if that is a file. */
  void write(String text, Terminal terminal) {
    if (out == null) {
      terminal.out().print(text.endsWith("\n") ? text : text + "\n");
      terminal.out().flush();
    } else {
      new PictureFile(out, force).write(text.endsWith("\n") ? text : text + "\n");
      terminal.err().println("wrote " + out);
    }
  }
}
