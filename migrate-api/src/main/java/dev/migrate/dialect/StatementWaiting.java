package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How statements wait for locks of tables and rows that other sessions hold. Immutable and
 * thread-safe.
 *
 * <p>Every method works in auto-commit mode and leaves no transaction open.
 */
public interface StatementWaiting {

  /** For databases in which no wait can be limited. */
  StatementWaiting UNKNOWN =
      new StatementWaiting() {
        @Override
        public Limit limit(Connection connection, Duration timeout) {
          return Limit.UNCHANGED;
        }

        @Override
        public boolean isTimeout(SQLException failure) {
          return false;
        }
      };

  /**
   * A limit that was set.
   *
   * @param set the statements that set it again
   * @param restore the statements that restore the limit before it, whatever was set meanwhile
   */
  record Limit(List<String> set, List<String> restore) {

    /** For a session whose own limit stays. */
    public static final Limit UNCHANGED = new Limit(List.of(), List.of());

    /** Copies. */
    public Limit {
      set = List.copyOf(set);
      restore = List.copyOf(restore);
    }
  }

  /** What is certain about a statement that waited too long outside a transaction. */
  enum AfterTimeout {
    /** It did nothing, or left what its {@link Statement#cleanup} removes. */
    NOTHING_DONE,
    /** The schema shows whether it was executed. */
    DECIDABLE,
    /** It may have been executed in part, so it cannot be repeated. */
    UNKNOWN
  }

  /**
   * Limits how long statements of the session wait for one lock. A shorter limit that the session
   * has already stays.
   *
   * @param timeout the limit, at least one millisecond; rounded up to what the database can count
   * @return the limit; {@link Limit#UNCHANGED} if it was not changed
   * @throws SQLException if a statement fails
   */
  Limit limit(Connection connection, Duration timeout) throws SQLException;

  /** Whether a statement failed because another session held a lock for longer than the limit. */
  boolean isTimeout(SQLException failure);

  /**
   * Whether a statement failed because the database ended a deadlock with it.
   *
   * @return false by default
   */
  default boolean isDeadlock(SQLException failure) {
    return false;
  }

  /**
   * What is certain about a statement that timed out, or ended a deadlock, outside a transaction.
   *
   * @return by default {@code NOTHING_DONE} for a query, {@code DECIDABLE} for a change of the
   *     schema, and {@code UNKNOWN} for all others
   */
  default AfterTimeout afterTimeout(Statement statement) {
    return switch (statement.kind()) {
      case CHECK -> AfterTimeout.NOTHING_DONE;
      case STRUCTURE -> AfterTimeout.DECIDABLE;
      case DATA, CODE, OPAQUE -> AfterTimeout.UNKNOWN;
    };
  }

  /**
   * The sessions that may have been in the way of a statement, those with the oldest transactions
   * first; also prepared transactions, which no session has. Called after the statement's
   * transaction was rolled back.
   *
   * @param statement the statement that timed out
   * @param tables the tables that it names; none if they are not known
   * @return a few sessions; by default none. A user who may not see others gets none
   * @throws SQLException if a query fails
   */
  default List<BlockingSession> blocking(
      Connection connection, Statement statement, Set<QualifiedName> tables) throws SQLException {
    return List.of();
  }

  /**
   * What the user may not see of those in the way, and the right that shows it.
   *
   * @return a text such as {@code sessions of other users, for lack of the right PROCESS}; by
   *     default, and if the user sees all, empty
   * @throws SQLException if a query fails
   */
  default Optional<String> hidden(Connection connection) throws SQLException {
    return Optional.empty();
  }
}
