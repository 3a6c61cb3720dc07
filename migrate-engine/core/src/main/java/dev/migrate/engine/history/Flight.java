package dev.migrate.engine.history;

import java.util.Optional;

/**
 * How far a revision is that began and has not ended. Immutable.
 *
 * @param statement the number of the statement that may be running, from 1; those before it are
 *     done
 * @param digest the digest of the statements up to and with that one
 * @param session the session that may have executed it; empty if it surely was not executed
 */
public record Flight(int statement, String digest, Optional<String> session) {

  /** Stands before a session where a statement ended the transaction that it ran in. */
  private static final String ENDED = "ended its transaction";

  private static final String IN = " in ";

  /**
   * The same statement, in doubt because it ended its transaction: it may have been executed in
   * part, whatever its kind. Written inside of the transaction before the statement runs, and gone
   * with it, unless the statement commits.
   */
  public Flight ended() {
    String text = ENDED + session.filter(it -> !isEnded()).map(it -> IN + it).orElse("");
    return new Flight(statement, digest, Optional.of(text));
  }

  /**
   * Whether the statement ended its transaction.
   *
   * @return whether it did
   */
  public boolean isEnded() {
    return session.filter(text -> text.startsWith(ENDED)).isPresent();
  }

  /** The session that has or may have executed it, whether it ended its transaction or not. */
  public Optional<String> executor() {
    return isEnded()
        ? session
            .filter(text -> text.startsWith(ENDED + IN))
            .map(text -> text.substring((ENDED + IN).length()))
        : session;
  }

  /** What is committed of a revision that is at this statement, in words. */
  public static String committed(int statement) {
    return switch (statement) {
      case 1 -> "no statement is committed";
      case 2 -> "statement 1 is committed";
      default -> "statements 1 to " + (statement - 1) + " are committed";
    };
  }
}
