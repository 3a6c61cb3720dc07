package dev.migrate.engine.render;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.Provenance;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.report.RevisionState;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes the rows that the history gets for revisions. Immutable and thread-safe.
 *
 * @param dialect the dialect on which they run
 * @param clock the clock
 * @param appliedBy who applies them
 */
public record HistoryEntries(Dialect dialect, Clock clock, String appliedBy) {

  /** What the column for names takes. */
  private static final int NAME_LENGTH = 200;

  /**
   * The row of a revision that is done.
   *
   * @param lineage where the revision stands
   * @param recording what it does on this dialect
   * @param variant the revision after which it runs in another form; empty for its own operations
   * @param position its place in the order of application
   */
  public HistoryEntry entry(
      Lineage lineage, Recording recording, Optional<RevisionId> variant, long position) {
    return new HistoryEntry(
        lineage,
        position,
        RevisionState.DONE,
        Optional.empty(),
        RecordingJson.digest(recording.upgrade()),
        RecordingJson.FORMAT,
        variant,
        Duration.ZERO);
  }

  /** Where a row comes from that is written now. */
  public Provenance provenance() {
    return new Provenance(
        dialect.names().get(0).value(),
        cut(dialect.capabilities().database()),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        cut(appliedBy));
  }

  /**
   * The operations of a revision as the history keeps them.
   *
   * @param recording what it does on this dialect
   * @return JSON
   */
  public String operations(Recording recording) {
    return RecordingJson.write(recording);
  }

  private static String cut(String text) {
    return text.length() <= NAME_LENGTH ? text : text.substring(0, NAME_LENGTH);
  }
}
