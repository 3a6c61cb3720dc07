package dev.migrate.engine.history;

import dev.migrate.RevisionId;
import dev.migrate.report.RevisionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the history table said at one moment. Immutable and thread-safe. */
public final class History {

  private final boolean exists;
  private final Map<RevisionId, HistoryEntry> entries;

  private History(boolean exists, Map<RevisionId, HistoryEntry> entries) {
    this.exists = exists;
    this.entries = entries;
  }

  /** There is no history table. */
  static History missing() {
    return none();
  }

  /** Nothing was ever applied. */
  public static History none() {
    return new History(false, Map.of());
  }

  /** What the table holds, in the order of application. */
  static History of(List<HistoryEntry> rows) {
    Map<RevisionId, HistoryEntry> entries = new LinkedHashMap<>();
    for (HistoryEntry row : rows) {
      entries.put(row.id(), row);
    }
    return new History(true, entries);
  }

  /**
   * Whether the table is there.
   *
   * @return whether it is
   */
  public boolean exists() {
    return exists;
  }

  /**
   * Every row.
   *
   * @return the rows in the order of application
   */
  public List<HistoryEntry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * The row of a revision.
   *
   * @return the row, if there is one
   */
  public Optional<HistoryEntry> entry(RevisionId id) {
    return Optional.ofNullable(entries.get(id));
  }

  /**
   * The revisions that are done.
   *
   * @return their ids in the order of application
   */
  public Set<RevisionId> done() {
    Set<RevisionId> done = new LinkedHashSet<>();
    for (HistoryEntry entry : entries.values()) {
      if (entry.state() == RevisionState.DONE) {
        done.add(entry.id());
      }
    }
    return done;
  }

  /**
   * The rows that began and have not ended.
   *
   * @return the rows in the order of application
   */
  public List<HistoryEntry> inFlight() {
    List<HistoryEntry> inFlight = new ArrayList<>();
    for (HistoryEntry entry : entries.values()) {
      if (entry.state() != RevisionState.DONE) {
        inFlight.add(entry);
      }
    }
    return List.copyOf(inFlight);
  }

  /**
   * The place of the next row.
   *
   * @return one more than the greatest there is
   */
  public long nextPosition() {
    return 1 + entries.values().stream().mapToLong(HistoryEntry::position).max().orElse(0);
  }
}
