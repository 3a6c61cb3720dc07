package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that may have done something before it failed: revisions that ran before stay as they are,
 * and calling again goes on after them.
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
   * What a call did before it failed. Immutable.
   *
   * @param direction which way it went
   * @param revisions the revisions that it ended, in order
   */
  public record Done(Direction direction, List<RevisionId> revisions) {

    /** Nothing was done before. */
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
   * The revisions that the call ended before it failed. They stay as they are.
   *
   * @return the revisions in the order in which they ran, possibly none
   */
  public List<RevisionId> done() {
    return done;
  }

  /**
   * The same failure of a call that did something before.
   *
   * @param before what it did
   * @return a copy that says so, with the same cause and stack trace
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
