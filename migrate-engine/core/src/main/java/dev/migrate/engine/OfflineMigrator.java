package dev.migrate.engine;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.call.OfflineScripts;
import dev.migrate.engine.connect.Dialects;
import dev.migrate.engine.graph.TargetRange;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.PlanException;
import dev.migrate.report.Script;
import dev.migrate.report.TargetException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import java.time.Clock;

/**
 * Makes scripts for a named dialect without a database. Immutable and thread-safe.
 *
 * <pre>{@code
 * OfflineMigrator.of(H2, graph).upgradeScript("base:heads").writeTo(Path.of("upgrade.sql"));
 * }</pre>
 */
public final class OfflineMigrator {

  private final Dialect dialect;
  private final RevisionGraph graph;
  private final HistoryTable table;
  private final AcceptedConflicts accepted;

  private OfflineMigrator(
      Dialect dialect, RevisionGraph graph, HistoryTable table, AcceptedConflicts accepted) {
    this.dialect = dialect;
    this.graph = graph;
    this.table = table;
    this.accepted = accepted;
  }

  /**
   * Scripts for the newest version of a database that its dialect knows.
   *
   * @param dialect the dialect's name
   * @return what makes the scripts
   * @throws DatabaseException if no dialect of this name is on the class path
   */
  public static OfflineMigrator of(DialectName dialect, RevisionGraph revisions) {
    return of(Dialects.named(dialect), revisions);
  }

  /**
   * Scripts for a dialect at hand.
   *
   * @return what makes the scripts
   */
  public static OfflineMigrator of(Dialect dialect, RevisionGraph revisions) {
    return new OfflineMigrator(dialect, revisions, HistoryTable.USUAL, revisions.accepted());
  }

  static OfflineMigrator of(Dialect dialect, RevisionGraph revisions, HistoryTable table) {
    return new OfflineMigrator(dialect, revisions, table, revisions.accepted());
  }

  /**
   * Scripts for another history table than {@code migrate_history}.
   *
   * @param name the table's name, as {@link QualifiedName#of} reads it
   * @return a copy with this table
   * @throws DefinitionException if the name is malformed
   */
  public OfflineMigrator historyTable(String name) {
    return new OfflineMigrator(dialect, graph, new HistoryTable(QualifiedName.of(name)), accepted);
  }

  /**
   * Lets two revisions run in any order although they conflict, as {@link
   * MigratorBuilder#acceptConflict(RevisionId, RevisionId, String)} does.
   *
   * @param reason why that does no harm
   * @return a copy that accepts this conflict too
   * @throws DefinitionException if the two are the same, are not in the graph, or were accepted
   *     before, or there is no reason
   */
  public OfflineMigrator acceptConflict(RevisionId one, RevisionId other, String reason) {
    AcceptedConflicts more = accepted.with(one, other, reason);
    more.requireKnown(graph);
    return new OfflineMigrator(dialect, graph, table, more);
  }

  /**
   * Lets two revisions run in any order although they conflict.
   *
   * @param one a revision's id
   * @param other the other revision's id
   * @param reason why that does no harm
   * @return a copy that accepts this conflict too
   * @throws DefinitionException if an id is malformed or not in the graph, the two are the same or
   *     were accepted before, or there is no reason
   */
  public OfflineMigrator acceptConflict(String one, String other, String reason) {
    return acceptConflict(RevisionId.of(one), RevisionId.of(other), reason);
  }

  private OfflineScripts scripts() {
    return new OfflineScripts(graph.known(), dialect, table, accepted.reasons(), Clock.systemUTC());
  }

  /**
   * What brings a database from the lower end of a range to the upper.
   *
   * @param range such as {@code base:heads}; the lower end is what is applied
   * @throws TargetException if an end means nothing, the ends are swapped, or the lower end depends
   *     on what a database has
   * @throws PlanException if a revision does not fit
   */
  public Script upgradeScript(String range) {
    return scripts().upgrade(TargetRange.parse(range));
  }

  /**
   * What one revision does on a database that has everything it follows.
   *
   * @param id a revision of the graph
   * @throws TargetException if there is no such revision
   * @throws PlanException if a revision does not fit
   */
  public Script revisionScript(RevisionId id) {
    return scripts().revision(id);
  }

  /**
   * What brings a database from the first end of a range down to the second.
   *
   * @param range such as {@code heads:base}; the first end is what is applied
   * @throws TargetException if an end means nothing, the ends are swapped, or the first end depends
   *     on what a database has
   * @throws PlanException if a revision cannot be undone
   */
  public Script downgradeScript(String range) {
    return scripts().downgrade(TargetRange.parse(range));
  }

  /**
   * What records the upper end of a range as applied where the lower end is recorded, without
   * running anything; as {@link Migrator#stampAccepting} does, because a script cannot compare the
   * schema of a database with revisions. On a database with another history it records nothing.
   *
   * @param reason why the comparison can be left out; it stands in the script
   * @param range such as {@code base:heads}, or a target, which counts from {@code base}
   * @return the script; its plan is empty, because no revision runs
   * @throws DefinitionException if the reason is blank
   * @throws TargetException if an end means nothing, or the lower end depends on what a database
   *     has
   * @throws PlanException if a revision does not fit
   */
  public Script stampAcceptingScript(String reason, String range) {
    if (Arguments.requireGiven(reason, "the reason").isBlank()) {
      throw new DefinitionException(
          "the reason is blank", "state why the database does not have to be compared");
    }
    return scripts().stamp(TargetRange.parse(range), reason);
  }
}
