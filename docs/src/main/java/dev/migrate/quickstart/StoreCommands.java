package dev.migrate.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrate.commands.DbCommand;
import dev.migrate.engine.Migrator;
import dev.migrate.quickstart.revision.CreateUser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The commands {@code db …} on the store. */
final class StoreCommands {

  private final DbCommand db;

  StoreCommands(DataSource database) {
    // snippet: store-commands
    db =
        DbCommand.of(() -> Migrator.on(database).revisions(Chinook.revisions()).build())
            .model(StoreModel.model())
            .sources(Path.of("docs/src/main/java"))
            .revisionsBeside(CreateUser.class);
    // end
  }

  /** Runs a command on the terminal, and returns its exit code. */
  int run(String... arguments) {
    return db.run(arguments);
  }

  /** Runs a command, and returns what it prints. */
  String printed(String... arguments) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(printed, true, UTF_8);
    db.out(stream, stream).run(arguments);
    return printed.toString(UTF_8);
  }
}
