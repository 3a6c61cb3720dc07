package dev.migrate.spring;

import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Conflict;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import dev.migrate.report.ValidationException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint shows, in the form of its JSON.
 *
 * @param migrators by the names of their beans
 */
public record MigrateReport(Map<String, Database> migrators) {

  /**
   * One database.
   *
   * @param revisions all of them, in the canonical order
   * @param pending the ids of those that an upgrade would run
   * @param edited the ids of those that mean something else now than when they were applied
   * @param conflicts between parallel revisions
   */
  public record Database(
      List<Entry> revisions, List<String> pending, List<String> edited, List<Pair> conflicts) {

    static Database of(Migrator migrator) {
      List<Entry> revisions = migrator.history().stream().map(Entry::of).toList();
      return new Database(
          revisions,
          revisions.stream().filter(Entry::isPending).map(Entry::id).toList(),
          edited(migrator).stream().map(each -> each.revision().value()).toList(),
          migrator.conflicts().stream().map(Pair::of).toList());
    }

    private static List<EditedRevision> edited(Migrator migrator) {
      try {
        migrator.validate();
        return List.of();
      } catch (ValidationException difference) {
        return difference.edited();
      }
    }
  }

  /**
   * A revision.
   *
   * @param id its id
   * @param name the simple name of its class
   * @param message what it is for
   * @param after the ids of its parents
   * @param dependsOn the ids of what it depends on
   * @param state whether it is applied
   * @param isHead whether nothing comes after it
   * @param isKnown whether it is in the code; false if it is only in the history
   * @param appliedAt when it was applied
   */
  public record Entry(
      String id,
      String name,
      @Nullable String message,
      List<String> after,
      List<String> dependsOn,
      RevisionState state,
      boolean isHead,
      boolean isKnown,
      @Nullable Instant appliedAt) {

    static Entry of(RevisionInfo info) {
      return new Entry(
          info.id().value(),
          info.name(),
          info.lineage().message().orElse(null),
          ids(info.lineage().parents()),
          ids(info.lineage().dependencies()),
          info.state(),
          info.isHead(),
          info.isKnown(),
          info.appliedAt().orElse(null));
    }

    private boolean isPending() {
      return isKnown && state == RevisionState.PENDING;
    }

    private static List<String> ids(Collection<RevisionId> revisions) {
      return revisions.stream().map(RevisionId::value).toList();
    }
  }

  /**
   * A conflict.
   *
   * @param kind its kind
   * @param first the id of a revision
   * @param second the id of another one
   * @param over what both change, or one changes and the other reads
   */
  public record Pair(Conflict.Kind kind, String first, String second, String over) {

    static Pair of(Conflict conflict) {
      return new Pair(
          conflict.kind(),
          conflict.first().revision().value(),
          conflict.second().revision().value(),
          conflict.cell().toString());
    }
  }
}
