package dev.migrate.dialect;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A session setting that must have a certain value while the statements of a revision run. It is
 * read and set before the revision's transaction begins, and restored after it has ended.
 * Immutable.
 *
 * @param read the query that reads its value as one text
 * @param during the statement that sets the required value
 * @param restore maps the value that was read to the statement that restores it
 * @param usual its default value
 * @param remember the statement with which a script remembers its value; empty if the client does
 *     this differently, see {@link ScriptFormat#set}
 * @param recall the statement with which a script restores the remembered value
 */
public record SessionSetting(
    String read,
    String during,
    UnaryOperator<String> restore,
    String usual,
    Optional<String> remember,
    Optional<String> recall) {

  /** Checks for null. */
  public SessionSetting {
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(during, "during");
    Objects.requireNonNull(restore, "restore");
    Objects.requireNonNull(usual, "usual");
    Objects.requireNonNull(remember, "remember");
    Objects.requireNonNull(recall, "recall");
  }

  /**
   * A setting that scripts reset to its default value unless {@link #inScripts} is called.
   *
   * @param read the query that reads its value as one text
   * @param during the statement that sets the required value
   * @param restore maps the value that was read to the statement that restores it
   */
  public SessionSetting(String read, String during, UnaryOperator<String> restore, String usual) {
    this(read, during, restore, usual, Optional.empty(), Optional.empty());
  }

  /**
   * A copy with the statements by which scripts restore the previous value.
   *
   * @param remembering stores its value, for example in a session variable
   * @param recalling restores that value
   */
  public SessionSetting inScripts(String remembering, String recalling) {
    return new SessionSetting(
        read, during, restore, usual, Optional.of(remembering), Optional.of(recalling));
  }

  @Override
  public String toString() {
    return during;
  }
}
