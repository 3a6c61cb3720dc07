package dev.migrate.dialect;

import java.util.Objects;

/**
 * A statement of a script that somebody else wrote. Immutable.
 *
 * @param line the line of the script in which it begins, from 1
 * @param sql the statement without its terminator
 */
public record ScriptStatement(int line, String sql) {

  /** Checks for null. */
  public ScriptStatement {
    Objects.requireNonNull(sql, "sql");
  }
}
