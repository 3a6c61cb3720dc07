package dev.migrate.engine.history;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.RevisionState;
import java.time.Duration;
import java.util.Optional;

/**
 * One row of the history, as far as a start reads it. Immutable.
 *
 * @param lineage where the revision stood when it was applied
 * @param position its place in the order of application, from 1
 * @param state how far it is
 * @param flight where it is while it is not done
 * @param digest the digest of its operations
 * @param format the version of this table's contents
 * @param variant the revision after which it ran in another form; empty for its own operations
 * @param duration how long it took
 */
public record HistoryEntry(
    Lineage lineage,
    long position,
    RevisionState state,
    Optional<Flight> flight,
    String digest,
    int format,
    Optional<RevisionId> variant,
    Duration duration) {

  /** The revision. */
  public RevisionId id() {
    return lineage.id();
  }

  /**
   * The same revision in flight.
   *
   * @param way {@link RevisionState#GOING_UP} or {@link RevisionState#GOING_DOWN}
   * @param where how far it is
   */
  public HistoryEntry inFlight(RevisionState way, Flight where) {
    return new HistoryEntry(
        lineage, position, way, Optional.of(where), digest, format, variant, duration);
  }

  /**
   * The same revision, done.
   *
   * @param time how long it took
   */
  public HistoryEntry done(Duration time) {
    return new HistoryEntry(
        lineage, position, RevisionState.DONE, Optional.empty(), digest, format, variant, time);
  }

  /**
   * The same revision with other operations.
   *
   * @param other the digest of its operations
   * @param version the version of this table's contents in which they are written
   */
  public HistoryEntry corrected(String other, int version) {
    return new HistoryEntry(lineage, position, state, flight, other, version, variant, duration);
  }

  /**
   * The same revision with the time it took.
   *
   * @param time how long it took
   */
  public HistoryEntry lasting(Duration time) {
    return new HistoryEntry(lineage, position, state, flight, digest, format, variant, time);
  }

  /** The same revision at another place of the graph and of the order of application. */
  HistoryEntry placed(Lineage where, long place) {
    return new HistoryEntry(where, place, state, flight, digest, format, variant, duration);
  }
}
