package dev.migrate.engine;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.call.OfflineScripts;
import dev.migrate.engine.connect.Dialects;
import dev.migrate.engine.graph.TargetRange;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.plan.CodeRevisions;
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

  private final OfflineScripts scripts;

  private OfflineMigrator(OfflineScripts scripts) {
    this.scripts = scripts;
  }

  /**
   * Scripts for the newest version of a database that its dialect knows.
   *
   * @param dialect the dialect's name
   * @param revisions the revisions
   * @return what makes the scripts
   * @throws DatabaseException if no dialect of this name is on the class path
   */
  public static OfflineMigrator of(DialectName dialect, RevisionGraph revisions) {
    return of(Dialects.named(dialect), revisions);
  }

  /**
   * Scripts for a dialect at hand.
   *
   * @param dialect the dialect
   * @param revisions the revisions
   * @return what makes the scripts
   */
  public static OfflineMigrator of(Dialect dialect, RevisionGraph revisions) {
    CodeRevisions known = revisions.known();
    HistoryTable table = new HistoryTable(QualifiedName.exactly("migrate_history"));
    return new OfflineMigrator(new OfflineScripts(known, dialect, table, Clock.systemUTC()));
  }

  /**
   * What brings a database from the lower end of a range to the upper.
   *
   * @param range such as {@code base:heads}; the lower end is what is applied
   * @return the script
   * @throws TargetException if an end means nothing
   * @throws PlanException if a revision does not fit
   */
  public Script upgradeScript(String range) {
    return scripts.upgrade(TargetRange.parse(range));
  }

  /**
   * What brings a database from the first end of a range down to the second.
   *
   * @param range such as {@code heads:base}; the first end is what is applied
   * @return the script
   * @throws TargetException if an end means nothing
   * @throws PlanException if a revision cannot be undone
   */
  public Script downgradeScript(String range) {
    return scripts.downgrade(TargetRange.parse(range));
  }
}
