package dev.migrate.dialect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a script: a statement in the syntax of the vendor's client, a command of the client
 * itself, or a comment. Immutable.
 *
 * @param text the text in the file, including its terminator
 * @param sql the SQL that the server receives; empty for a comment or a command of the client
 *     itself
 * @param isOnSameLine whether it continues the line of the previous entry
 */
public record ScriptCommand(String text, Optional<String> sql, boolean isOnSameLine) {

  /** An empty line. */
  public static final ScriptCommand BLANK = new ScriptCommand("", Optional.empty(), false);

  /** Checks for null. */
  public ScriptCommand {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(sql, "sql");
  }

  /**
   * A statement.
   *
   * @param sql the SQL that the server receives
   * @param text the text in the file
   */
  public static ScriptCommand statement(String sql, String text) {
    return new ScriptCommand(text, Optional.of(sql), false);
  }

  /**
   * A command that the client executes itself.
   *
   * @param text the text in the file
   */
  public static ScriptCommand ofClient(String text) {
    return new ScriptCommand(text, Optional.empty(), false);
  }

  /**
   * A comment.
   *
   * @param text the comment, of one line or more
   * @return the entry; each of its lines begins with two hyphens
   */
  public static ScriptCommand comment(String text) {
    return ofClient("-- " + text.replace('\0', ' ').replaceAll("\\R", "\n-- "));
  }

  /** A copy on the line of the previous entry. */
  public ScriptCommand onSameLine() {
    return new ScriptCommand(text, sql, true);
  }

  /**
   * The text of a file.
   *
   * @return the text, without a line break after the last entry
   */
  public static String text(List<ScriptCommand> commands) {
    StringBuilder text = new StringBuilder();
    for (ScriptCommand command : commands) {
      text.append(text.length() == 0 ? "" : command.isOnSameLine() ? " " : "\n");
      text.append(command.text());
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
