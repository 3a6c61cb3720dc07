package dev.migrate.testkit.dialect.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.testkit.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

/**
 * Runs {@code upgrade()} each time it is told to: a line of input has a database's URL, user and
 * password, with a tab between. Says in a line what it begins, and how the call ended.
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
      out.println(upgrade(database[0], database[1], database[2], out));
    }
  }

  private static String upgrade(String url, String user, String password, PrintStream out) {
    MigrationListener listener =
        event -> {
          if (event instanceof MigrationEvent.RevisionStarted started) {
            out.println(BEGINS + started.step().id());
          }
        };
    try {
      int count =
          Migrator.on(Databases.of(url, user, password))
              .revisions(SharedRevisions.all())
              .listener(listener)
              .build()
              .upgrade()
              .revisions()
              .size();
      return DONE + count;
    } catch (RuntimeException failure) {
      return FAILED + String.valueOf(failure.getMessage()).replaceAll("\\R", " | ");
    }
  }
}
