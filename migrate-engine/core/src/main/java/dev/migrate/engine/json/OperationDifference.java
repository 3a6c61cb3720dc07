package dev.migrate.engine.json;

import dev.migrate.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the operations of a revision differ from those that ran. Compared by meaning: two operations
 * are the same if the same ran, however their JSON was written and whatever else they declare.
 * Immutable and thread-safe; {@code toString()} says it in words, one change below the other.
 *
 * @param changes what differs, in order; never empty
 */
public record OperationDifference(List<Change> changes) {

  /** The comparisons above which operations are compared by position, without looking ahead. */
  private static final long MOST_COMPARISONS = 1_000_000;

  /** Copies. */
  public OperationDifference {
    changes = List.copyOf(changes);
  }

  /**
   * One operation that differs.
   *
   * @param position its number, from 1: among the stored operations, or among today's if it is new
   * @param was the operation that ran; empty if it is new
   * @param is the operation of today; empty if it is gone
   */
  public record Change(int position, Optional<Operation> was, Optional<Operation> is) {

    /** What happened to the operation, and the operation before and after. */
    @Override
    public String toString() {
      return ChangeText.of(this);
    }
  }

  /**
   * Compares.
   *
   * @param now the operations of today, resolved for the same dialect
   * @return what differs; empty if they mean the same
   */
  public static Optional<OperationDifference> between(List<Operation> stored, List<Operation> now) {
    List<Executed> then = Executed.of(stored);
    List<Executed> today = Executed.of(now);
    int front = 0;
    while (front < then.size()
        && front < today.size()
        && then.get(front).equals(today.get(front))) {
      front++;
    }
    int storedEnd = stored.size();
    int nowEnd = now.size();
    while (storedEnd > front
        && nowEnd > front
        && then.get(storedEnd - 1).equals(today.get(nowEnd - 1))) {
      storedEnd--;
      nowEnd--;
    }
    List<Change> changes =
        changes(
            stored.subList(front, storedEnd),
            now.subList(front, nowEnd),
            then.subList(front, storedEnd),
            today.subList(front, nowEnd),
            front + 1);
    return changes.isEmpty() ? Optional.empty() : Optional.of(new OperationDifference(changes));
  }

  /** The changes that leave as many operations as possible in place. */
  private static List<Change> changes(
      List<Operation> stored,
      List<Operation> now,
      List<Executed> then,
      List<Executed> today,
      int first) {
    List<Change> changes = new ArrayList<>();
    int[][] kept = kept(then, today);
    int was = 0;
    int is = 0;
    int removed = 0;
    int added = 0;
    while (was < stored.size() || is < now.size()) {
      boolean same =
          kept.length > 0
              && was < stored.size()
              && is < now.size()
              && then.get(was).equals(today.get(is));
      if (same) {
        add(
            changes,
            stored.subList(was - removed, was),
            now.subList(is - added, is),
            was,
            is,
            first);
        removed = 0;
        added = 0;
        was++;
        is++;
      } else if (is == now.size()
          || (was < stored.size()
              && (kept.length == 0 || kept[was + 1][is] >= kept[was][is + 1]))) {
        was++;
        removed++;
      } else {
        is++;
        added++;
      }
    }
    add(changes, stored.subList(was - removed, was), now.subList(is - added, is), was, is, first);
    return changes;
  }

  /** How many operations can stay from each pair of places on; nothing if that takes too long. */
  private static int[][] kept(List<Executed> stored, List<Executed> now) {
    if ((long) stored.size() * now.size() > MOST_COMPARISONS) {
      return new int[0][];
    }
    int[][] kept = new int[stored.size() + 1][now.size() + 1];
    for (int was = stored.size() - 1; was >= 0; was--) {
      for (int is = now.size() - 1; is >= 0; is--) {
        kept[was][is] =
            stored.get(was).equals(now.get(is))
                ? kept[was + 1][is + 1] + 1
                : Math.max(kept[was + 1][is], kept[was][is + 1]);
      }
    }
    return kept;
  }

  /** Removed and added operations side by side are changes of one into the other. */
  private static void add(
      List<Change> changes,
      List<Operation> removed,
      List<Operation> added,
      int was,
      int is,
      int first) {
    for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
      boolean gone = i < removed.size();
      changes.add(
          new Change(
              first + (gone ? was - removed.size() : is - added.size()) + i,
              gone ? Optional.of(removed.get(i)) : Optional.empty(),
              i < added.size() ? Optional.of(added.get(i)) : Optional.empty()));
    }
  }

  @Override
  public String toString() {
    return String.join("\n", changes.stream().map(Change::toString).toList());
  }
}
