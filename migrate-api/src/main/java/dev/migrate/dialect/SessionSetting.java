package dev.migrate.dialect;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A setting of the session that has to have a certain value while the statements of a revision run.
 * It is read and made before the transaction of the revision begins, and becomes what it was after
 * that has ended. Immutable.
 *
 * @param read the query for its value, one text
 * @param during what gives it the value that it has to have
 * @param restore what gives it back the value that was read
 * @param usual the value that it has where nobody changed it
 * @param remember the statement with which a script remembers its value; empty if the client has
 *     another way, see {@link ScriptFormat#set}
 * @param recall the statement with which a script gives it back the remembered value
 */
public record SessionSetting(
    String read,
    String during,
    UnaryOperator<String> restore,
    String usual,
    Optional<String> remember,
    Optional<String> recall) {

  /** Checks that all is there. */
  public SessionSetting {
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(during, "during");
    Objects.requireNonNull(restore, "restore");
    Objects.requireNonNull(usual, "usual");
    Objects.requireNonNull(remember, "remember");
    Objects.requireNonNull(recall, "recall");
  }

  /**
   * A setting that a script gives its usual value back, unless {@link #inScripts} says better.
   *
   * @param read the query for its value, one text
   * @param during what gives it the value that it has to have
   * @param restore what gives it back the value that was read
   * @param usual the value that it has where nobody changed it
   */
  public SessionSetting(String read, String during, UnaryOperator<String> restore, String usual) {
    this(read, during, restore, usual, Optional.empty(), Optional.empty());
  }

  /**
   * The same, with the statements by which a script gives it back the value that it had.
   *
   * @param remembering keeps its value, in a variable of the session for example
   * @param recalling gives it back that value
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
