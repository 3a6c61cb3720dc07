package dev.migrate.testkit;

import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.report.Conflict;
import dev.migrate.testkit.BranchMoves.Move;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is called a conflict although it commutes on the database at hand, by the kinds of the two
 * operations and by reason. Not thread-safe.
 */
final class FalseConflicts {

  /** Why the verdict cannot be another one, the first that fits. */
  private enum Reason {
    LAST_COLUMN(Aspect.COLUMN_COUNT),
    TYPE(Aspect.COLUMN_TYPE),
    KEYS(Aspect.KEY_OVER, Aspect.INDEX_OVER, Aspect.PRIMARY_KEY),
    SAME_ATTRIBUTE(Aspect.COLUMN_NULLABILITY, Aspect.COLUMN_DEFAULT, Aspect.COLUMN_COMMENT),
    LEFT_TO_THE_DATABASE(Aspect.REQUIRED_COLUMNS, Aspect.COUNTER),
    ROWS(Aspect.ROWS, Aspect.ROW, Aspect.VALUES),
    NAMES(Aspect.COLUMN, Aspect.RELATION, Aspect.LABELS);

    private final Set<Aspect> aspects;

    Reason(Aspect first, Aspect... more) {
      this.aspects = EnumSet.of(first, more);
    }

    static Reason of(List<Conflict> conflicts) {
      Set<Aspect> found = EnumSet.noneOf(Aspect.class);
      conflicts.stream()
          .flatMap(conflict -> conflict.cells().stream())
          .map(Cell::aspect)
          .forEach(found::add);
      for (Reason reason : values()) {
        if (reason.aspects.stream().anyMatch(found::contains)) {
          return reason;
        }
      }
      throw new AssertionError("no reason is known for a conflict over " + conflicts);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final Map<String, Integer> kinds = new TreeMap<>();
  private int pairs;

  void add(Move one, Move other, List<Conflict> conflicts) {
    Set<String> both = new TreeSet<>(List.of(one.kind(), other.kind()));
    String second = both.size() == 1 ? one.kind() : List.copyOf(both).get(1);
    String kind = "| " + List.copyOf(both).get(0) + " | " + second;
    kinds.merge(kind + " | " + Reason.of(conflicts) + " |", 1, Integer::sum);
    pairs++;
  }

  double percentOf(int all) {
    return 100.0 * pairs / all;
  }

  /** The kinds that a list does not have. */
  Set<String> missingIn(String list) {
    Set<String> missing = new TreeSet<>(kinds.keySet());
    missing.removeIf(list::contains);
    return missing;
  }

  /** The list, as a table for people. */
  String list(int all) {
    StringBuilder list = new StringBuilder();
    list.append(
        String.format(Locale.ROOT, "%d of %,d pairs (%.2f %%).\n\n", pairs, all, percentOf(all)));
    list.append("| one branch | the other | why | pairs |\n|---|---|---|---|\n");
    kinds.forEach((kind, count) -> list.append(kind).append(' ').append(count).append(" |\n"));
    return list.toString();
  }
}
