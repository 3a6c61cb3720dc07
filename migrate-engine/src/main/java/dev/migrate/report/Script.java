package dev.migrate.report;

import dev.migrate.dialect.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A plan said in SQL. The statements are exactly those that run. Immutable and thread-safe; {@code
 * toString()} is SQL with comments that can be run by hand and keeps the history.
 *
 * @param plan the plan
 * @param database the database for which it is, in words
 * @param preparation what the history needs before the first revision; empty if it is there
 * @param steps the steps of the plan with their statements
 */
public record Script(Plan plan, String database, List<String> preparation, List<ScriptStep> steps) {

  /** Copies. */
  public Script {
    preparation = List.copyOf(preparation);
    steps = List.copyOf(steps);
  }

  /**
   * The statements of all steps, without those that keep the history.
   *
   * @return the statements in the order in which they run
   */
  public List<Statement> statements() {
    return steps.stream().flatMap(step -> step.statements().stream()).toList();
  }

  /**
   * Writes the SQL to a file in UTF-8; a file that is there is replaced.
   *
   * @param file the file
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeTo(Path file) {
    try {
      Files.writeString(file, this + "\n", StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("the script could not be written to " + file, failure);
    }
  }

  @Override
  public String toString() {
    String what = plan.direction() == Direction.UP ? "upgrade" : "downgrade";
    StringBuilder text = new StringBuilder("-- ").append(what).append(" on ").append(database);
    text.append(plan.isEmpty() ? ": nothing to do" : "");
    preparation.forEach(sql -> text.append("\n\n").append(sql).append(';'));
    steps.forEach(step -> text.append("\n\n").append(step));
    return text.toString();
  }
}
