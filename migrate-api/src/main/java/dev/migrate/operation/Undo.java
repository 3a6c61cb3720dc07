package dev.migrate.operation;

import dev.migrate.schema.Expression;
import java.util.Objects;
import java.util.Optional;

/**
 * What a downgrade does about raw SQL or code.
 *
 * @param isNeeded whether there is something to undo
 * @param sql the SQL that undoes it, if that was given
 */
public record Undo(boolean isNeeded, Optional<Expression> sql) {

  /** Nothing was declared: a downgrade is refused. */
  public static final Undo NOT_STATED = new Undo(true, Optional.empty());

  /** There is nothing to undo. */
  public static final Undo NOT_NEEDED = new Undo(false, Optional.empty());

  /**
   * This SQL undoes it.
   *
   * @param sql one statement
   */
  public static Undo by(Expression sql) {
    Objects.requireNonNull(sql, "sql");
    return new Undo(true, Optional.of(sql));
  }
}
