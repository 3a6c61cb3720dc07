package dev.migrate.engine.json;

import dev.migrate.Recording;
import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.report.HistoryFormatException;
import dev.migrate.schema.DialectName;
import java.util.List;

/**
 * The canonical JSON of what a revision recorded. Equal recordings give equal texts, whatever Java
 * version, platform or locale; the text is plain ASCII, so that no database changes it.
 *
 * <p>The history stores {@link #write} of what {@link #resolve} made of a recording: the operations
 * of the dialect that ran them, and no others. Thread-safe.
 */
public final class RecordingJson {

  /** The format that this version writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  private static final Shape RECORDING = Shapes.of(Recording.class);
  private static final Shape OPERATIONS = new ListShape(Shapes.of(Operation.class));

  private RecordingJson() {}

  /**
   * What a recording is on one dialect: groups for it are opened, those for others dropped, and of
   * every variant the one that holds is kept. Code keeps its body.
   *
   * @param names the dialect's names, the most specific first
   * @return a recording that names no dialect
   * @throws DefinitionException if a default does not fit its column's type on the dialect
   */
  public static Recording resolve(Recording recording, List<DialectName> names) {
    return (Recording) RECORDING.resolve(recording, names);
  }

  /**
   * Writes a recording.
   *
   * @return such as <code>{"upgrade":[{"dropTable":{"table":"t"}}]}</code>; {@code downgrade}
   *     stands there only if it is not the derived one
   */
  public static String write(Recording recording) {
    return RECORDING.json(recording);
  }

  /**
   * Reads what {@link #write} wrote. Code comes back without its body; see {@link #isRunnable}.
   *
   * @param format the format that the row names
   * @throws HistoryFormatException if there is anything in it that this version does not understand
   */
  public static Recording read(String json, int format) {
    if (format < 1) {
      throw HistoryFormatException.damaged("there is no format " + format, "");
    } else if (format > FORMAT) {
      throw HistoryFormatException.unknown(
          "the format " + format + " is unknown to this version, which reads up to " + FORMAT, "");
    }
    return (Recording) JsonSource.read(json, RECORDING);
  }

  /**
   * The digest of the operations of an upgrade. The downgrade does not count: another one for an
   * applied revision is compared by meaning when it is used.
   *
   * @param upgrade the operations, resolved for the dialect
   * @return SHA-256 over their canonical JSON array, as 64 lower-case hexadecimal digits
   */
  public static String digest(List<Operation> upgrade) {
    JsonOutput out = new JsonOutput();
    OPERATIONS.write(upgrade, out);
    return out.digest();
  }

  /**
   * Whether code can be run: code that was read from a history is only known by its label.
   *
   * @return true if it has a body that did not come from a history
   */
  public static boolean isRunnable(RunCode code) {
    return code.body().isPresent() && code.body().orElseThrow() != StoredCode.INSTANCE;
  }
}
