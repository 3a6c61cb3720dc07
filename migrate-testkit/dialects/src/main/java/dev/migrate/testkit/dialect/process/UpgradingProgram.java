package dev.migrate.testkit.dialect.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.MigratorBuilder;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.testkit.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Runs {@code upgrade()} each time it is told to: a line of input has a database's URL, user and
 * password, and the length of a lease or nothing, with a tab between. Says in a line what it
 * begins, and how the call ended.
 */
public final class UpgradingProgram {

  static final String BEGINS = "begins ";
  static final String DONE = "done ";
  static final String FAILED = "failed ";

  private UpgradingProgram() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] database = line.split("\t", -1);
      MigratorBuilder builder =
          Migrator.on(Databases.of(database[0], database[1], database[2]))
              .revisions(SharedRevisions.all());
      if (!database[3].isEmpty()) {
        builder.lease(Duration.parse(database[3]));
      }
      out.println(upgrade(builder, out));
    }
  }

  private static String upgrade(MigratorBuilder builder, PrintStream out) {
    MigrationListener listener =
        event -> {
          if (event instanceof MigrationEvent.RevisionStarted started) {
            out.println(BEGINS + started.step().id());
          }
        };
    try {
      return DONE + builder.listener(listener).build().upgrade().revisions().size();
    } catch (RuntimeException failure) {
      return FAILED + String.valueOf(failure.getMessage()).replaceAll("\\R", " | ");
    }
  }
}
