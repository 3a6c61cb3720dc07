package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;

/**
 * The database is not as the revisions of this application need it: some are pending, edited or
 * unfinished. Thrown by a call that only looks; nothing was changed.
 */
public final class ValidationException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient List<RevisionInfo> pending;
  private final transient List<EditedRevision> edited;
  private final transient List<UnfinishedRevision> unfinished;

  /** Creates the exception; at least one of the lists is not empty. */
  public ValidationException(
      List<RevisionInfo> pending,
      List<EditedRevision> edited,
      List<UnfinishedRevision> unfinished) {
    super(facts(pending, edited, unfinished));
    this.pending = List.copyOf(pending);
    this.edited = List.copyOf(edited);
    this.unfinished = List.copyOf(unfinished);
  }

  /**
   * The revisions that are not applied.
   *
   * @return the revisions in the order in which they would run, possibly none
   */
  public List<RevisionInfo> pending() {
    return pending;
  }

  /** The applied revisions that mean something else now than when they were applied. */
  public List<EditedRevision> edited() {
    return edited;
  }

  /** The revisions that began and have not ended. */
  public List<UnfinishedRevision> unfinished() {
    return unfinished;
  }

  private static Facts facts(
      List<RevisionInfo> pending,
      List<EditedRevision> edited,
      List<UnfinishedRevision> unfinished) {
    Facts facts = Facts.of("the database is not as the revisions of this application need it");
    if (!pending.isEmpty()) {
      facts =
          facts.list(
              "pending", pending.stream().map(each -> each.id().titled(each.name())).toList());
    }
    if (!unfinished.isEmpty()) {
      facts = facts.list("begun", unfinished);
    }
    for (EditedRevision each : edited) {
      facts = facts.with("edited", each.toString());
    }
    return facts.with("left", "nothing was changed").next(next(edited, unfinished));
  }

  private static String next(List<EditedRevision> edited, List<UnfinishedRevision> unfinished) {
    if (!edited.isEmpty()) {
      return "take the change of the applied revisions back, and make it in a new revision";
    }
    return unfinished.isEmpty()
        ? "call upgrade() where migrating is allowed, and start the application again"
        : "wait until the other process has migrated; if there is none,\n"
            + "call upgrade() where migrating is allowed";
  }
}
