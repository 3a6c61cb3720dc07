package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.dialect.ScriptCommand;
import dev.migrate.dialect.Statement;
import dev.migrate.error.Facts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A plan as SQL. Immutable and thread-safe; {@code toString()} is a commented file for the database
 * vendor's client. The script does what the call would have done, and writes the history. After the
 * first failed statement it executes and records nothing more, and on a database in a different
 * state than the one for which it was created it does nothing and says so.
 *
 * @param database the target database, in words
 * @param steps the steps of the plan, with the statements that the call would execute
 * @param commands the entries of the file
 * @param obstacle why the script ends before the plan does; empty if it is complete
 * @param omitted the revisions of the plan that the script does not contain, in order
 */
public record Script(
    Plan plan,
    String database,
    List<ScriptStep> steps,
    List<ScriptCommand> commands,
    Optional<String> obstacle,
    List<RevisionId> omitted) {

  /** Copies. */
  public Script {
    Objects.requireNonNull(obstacle, "obstacle");
    steps = List.copyOf(steps);
    commands = List.copyOf(commands);
    omitted = List.copyOf(omitted);
  }

  /**
   * A script to be executed; a file of it is not made.
   *
   * @param database the database for which it is, in words
   * @param steps the steps of the plan with their statements
   */
  public static Script of(Plan plan, String database, List<ScriptStep> steps) {
    return new Script(plan, database, steps, List.of(), Optional.empty(), List.of());
  }

  /**
   * The statements that the call would execute, without those that write the history.
   *
   * @return the statements of all steps in the order in which they run
   */
  public List<Statement> statements() {
    return steps.stream().flatMap(step -> step.statements().stream()).toList();
  }

  /**
   * Writes the script to a file in UTF-8, replacing an existing one.
   *
   * @throws ScriptException if the file cannot be written, or a text of the script contains an
   *     unpaired surrogate
   */
  public void writeTo(Path file) {
    try {
      Files.writeString(file, this + "\n", StandardCharsets.UTF_8);
    } catch (CharacterCodingException half) {
      throw new ScriptException(
          Facts.of("the script cannot be written in UTF-8")
              .with("because", "a text in it contains an unpaired surrogate")
              .with("left", "nothing was written")
              .next("correct the text in the revision: an emoji that was cut, for example"),
          half);
    } catch (IOException failure) {
      throw unwritable(file, failure);
    }
  }

  private static ScriptException unwritable(Path file, IOException failure) {
    Path folder = file.toAbsolutePath().getParent();
    boolean missing = folder != null && !Files.isDirectory(folder);
    return new ScriptException(
        Facts.of("the script cannot be written to " + file)
            .with(
                "because",
                missing
                    ? "there is no folder " + folder
                    : failure.getClass().getSimpleName() + ": " + failure.getMessage())
            .with("left", "no database was touched")
            .next(
                missing
                    ? "create it, with Files.createDirectories(…) for example, and call again"
                    : "choose a file that can be written"),
        failure);
  }

  @Override
  public String toString() {
    return ScriptCommand.text(commands);
  }
}
