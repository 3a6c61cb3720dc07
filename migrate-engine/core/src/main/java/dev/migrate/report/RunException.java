package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call failed after it may have done something: revisions that ran before the failure stay as
 * they are, and the next call continues after them.
 */
public abstract sealed class RunException extends MigrateException
    permits DatabaseException, LockException, StatementRunException {

  private static final long serialVersionUID = 1L;

  private final transient Facts facts;
  private final transient List<RevisionId> done;

  RunException(Facts facts, Done done, @Nullable Throwable cause) {
    super(done.in(facts), cause);
    this.facts = facts;
    this.done = done.revisions();
  }

  /**
   * The revisions that a call completed before it failed. Immutable.
   *
   * @param direction the direction
   * @param revisions the revisions that it completed, in order
   */
  public record Done(Direction direction, List<RevisionId> revisions) {

    /** No revision was completed. */
    public static final Done NOTHING = new Done(Direction.UP, List.of());

    /** Copies. */
    public Done {
      revisions = List.copyOf(revisions);
    }

    private Facts in(Facts facts) {
      if (revisions.isEmpty()) {
        return facts;
      }
      boolean up = direction == Direction.UP;
      String what = up ? "upgraded before: " : "downgraded before: ";
      String state = up ? "recorded as applied" : "recorded as not applied";
      return facts.before("left", "done", what + Facts.shown(revisions) + "; " + state);
    }
  }

  /**
   * The revisions that the call completed before it failed. They stay as they are.
   *
   * @return the revisions in the order in which they ran, possibly none
   */
  public List<RevisionId> done() {
    return done;
  }

  /**
   * A copy for a call that completed revisions before the failure.
   *
   * @return a copy with the same cause and stack trace
   */
  public final RunException after(Done before) {
    RunException copy = copy(facts, before);
    copy.setStackTrace(getStackTrace());
    for (Throwable suppressed : getSuppressed()) {
      copy.addSuppressed(suppressed);
    }
    return copy;
  }

  abstract RunException copy(Facts same, Done before);
}
