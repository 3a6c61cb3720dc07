package dev.migrate.picture.page;

import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.schema.SchemaDrawing;
import dev.migrate.report.Check;
import dev.migrate.report.Conflict;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.Script;
import dev.migrate.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a report tells. Immutable.
 *
 * @param at when it was written
 * @param history every revision, in the canonical order
 * @param drawing the picture of all revisions
 * @param plan what an upgrade would do
 * @param schema what the revisions make: after the pending ones if there is a plan
 * @param isUpgraded whether that is the schema after the pending revisions
 */
public record ReportContent(
    String title,
    Optional<Instant> at,
    List<RevisionInfo> history,
    Drawing drawing,
    Finding<List<Conflict>> conflicts,
    Finding<Script> plan,
    Finding<Schema> schema,
    Optional<SchemaDrawing> tables,
    boolean isUpgraded,
    Finding<Check> check) {

  /** Copies. */
  public ReportContent {
    history = List.copyOf(history);
  }

  /** The number of applied revisions. */
  public int applied() {
    return (int) history.stream().filter(RevisionInfo::isApplied).count();
  }

  /** The number of the others. */
  public int pending() {
    return history.size() - applied();
  }

  /** The number of conflicts; empty if branches cannot be compared. */
  public Optional<Integer> conflictCount() {
    return conflicts.value().map(List::size);
  }

  /** The number of differences of the database; empty if it cannot be compared. */
  public Optional<Integer> driftCount() {
    return check.value().map(found -> found.drift().difference().entries().size());
  }

  /** The number of differences of the model; empty without one, or if it cannot be compared. */
  public Optional<Integer> modelCount() {
    return check.value().flatMap(Check::model).map(found -> found.difference().entries().size());
  }
}
