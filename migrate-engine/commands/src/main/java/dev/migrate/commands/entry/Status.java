package dev.migrate.commands.entry;

import dev.migrate.engine.Migrator;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.HistoryException;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.UnfinishedRevision;
import dev.migrate.report.ValidationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The revisions on a database. Immutable.
 *
 * @param revisions every revision in the canonical order, with its state
 * @param edited the applied revisions that mean something else now
 * @param unfinished the revisions that began and have not ended
 * @param problem why the history does not agree with the code otherwise, if it does not
 */
public record Status(
    List<RevisionEntry> revisions,
    List<EditedRevision> edited,
    List<UnfinishedRevision> unfinished,
    Optional<HistoryException> problem) {

  /** Copies. */
  public Status {
    revisions = List.copyOf(revisions);
    edited = List.copyOf(edited);
    unfinished = List.copyOf(unfinished);
    Objects.requireNonNull(problem, "problem");
  }

  /** Asks a database. */
  public static Status of(Migrator migrator) {
    List<RevisionEntry> revisions =
        RevisionEntries.of(migrator.revisions(), migrator.history()).all();
    try {
      migrator.validate();
      return new Status(revisions, List.of(), List.of(), Optional.empty());
    } catch (ValidationException found) {
      return new Status(revisions, found.edited(), found.unfinished(), Optional.empty());
    } catch (HistoryException problem) {
      return new Status(revisions, List.of(), List.of(), Optional.of(problem));
    }
  }

  /** Those that are applied. */
  public List<RevisionEntry> applied() {
    return where(RevisionInfo::isApplied);
  }

  /** Those that are not applied. */
  public List<RevisionEntry> pending() {
    return where(
        info ->
            switch (info.state()) {
              case PENDING -> true;
              case DONE, GOING_UP, GOING_DOWN -> false;
            });
  }

  /** Those that are not applied although a descendant is. */
  public List<RevisionEntry> missing() {
    return where(RevisionInfo::isMissing);
  }

  /** Those that only the database knows. */
  public List<RevisionEntry> unknown() {
    return where(info -> !info.isKnown());
  }

  /** Whether an upgrade would have nothing to do. */
  public boolean isContent() {
    return pending().isEmpty() && edited.isEmpty() && unfinished.isEmpty() && problem.isEmpty();
  }

  private List<RevisionEntry> where(Predicate<RevisionInfo> wanted) {
    return revisions.stream().filter(entry -> entry.database().filter(wanted).isPresent()).toList();
  }
}
