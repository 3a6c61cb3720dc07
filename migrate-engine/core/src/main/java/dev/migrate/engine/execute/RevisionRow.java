package dev.migrate.engine.execute;

import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.report.Direction;
import dev.migrate.report.PlanStep;
import dev.migrate.report.RevisionState;
import java.time.Duration;
import java.util.Optional;

/**
 * The history row of one revision while that runs: not there yet, in flight, or done. Not
 * thread-safe.
 */
final class RevisionRow {

  private final HistoryStore history;
  private final HistoryEntries entries;
  private final PlanStep step;
  private final long position;
  private Optional<HistoryEntry> written;

  /**
   * A row.
   *
   * @param written the row as it is; empty if there is none
   * @param position its place if there is none
   */
  RevisionRow(
      HistoryStore history,
      HistoryEntries entries,
      PlanStep step,
      Optional<HistoryEntry> written,
      long position) {
    this.history = history;
    this.entries = entries;
    this.step = step;
    this.written = written;
    this.position = position;
  }

  /** How far the revision is by the row as it was written last; empty if it has not begun. */
  Optional<Flight> inFlight() {
    return written.flatMap(HistoryEntry::flight);
  }

  private RevisionState state() {
    return step.direction() == Direction.UP ? RevisionState.GOING_UP : RevisionState.GOING_DOWN;
  }

  private HistoryEntry fresh() {
    return entries.entry(step.lineage(), step.recording(), step.variant(), position);
  }

  /** Records how far the revision is. */
  void at(Flight flight) {
    HistoryEntry next = written.orElseGet(this::fresh).inFlight(state(), flight);
    if (written.isPresent()) {
      history.move(written.orElseThrow(), next);
    } else {
      insert(next);
    }
    written = Optional.of(next);
  }

  private void insert(HistoryEntry entry) {
    history.insert(entry, entries.provenance(), entries.operations(step.recording()));
  }

  /** Records that the revision has ended. */
  void end(Duration duration) {
    if (step.direction() == Direction.DOWN) {
      history.delete(written.orElseThrow());
    } else if (written.isPresent()) {
      history.move(written.orElseThrow(), written.orElseThrow().done(duration));
    } else {
      insert(fresh().lasting(duration));
    }
  }

  /** The row as it is in the database, whatever was written in a transaction that is gone. */
  Optional<HistoryEntry> read() {
    written = history.read().entry(step.id());
    return written;
  }
}
