package dev.migrate.testkit.dialect.branch;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.report.Conflict;
import dev.migrate.testkit.dialect.branch.BranchMoves.Move;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is called a conflict although it commutes on the database at hand, by the kinds of the two
 * operations and by reason. Not thread-safe.
 */
public final class FalseConflicts {

  /** Why the verdict cannot be another one, the first that fits. */
  private enum Reason {
    LAST_COLUMN,
    TYPE,
    KEYS,
    SAME_ATTRIBUTE,
    LEFT_TO_THE_DATABASE,
    ROWS,
    NAMES;

    private static Optional<Reason> of(Aspect aspect) {
      return switch (aspect) {
        case COLUMN_COUNT -> Optional.of(LAST_COLUMN);
        case COLUMN_TYPE -> Optional.of(TYPE);
        case KEY_OVER, INDEX_OVER, PRIMARY_KEY -> Optional.of(KEYS);
        case COLUMN_NULLABILITY, COLUMN_DEFAULT, COLUMN_COMMENT, COUNTING, TABLE_OPTIONS ->
            Optional.of(SAME_ATTRIBUTE);
        case REQUIRED_COLUMNS, COUNTER -> Optional.of(LEFT_TO_THE_DATABASE);
        case ROWS, ROW, VALUES -> Optional.of(Reason.ROWS);
        case COLUMN, RELATION, LABELS -> Optional.of(NAMES);
        default -> Optional.empty();
      };
    }

    static Reason of(List<Conflict> conflicts) {
      return conflicts.stream()
          .flatMap(conflict -> conflict.cells().stream())
          .flatMap(cell -> of(cell.aspect()).stream())
          .min(Comparator.naturalOrder())
          .orElseThrow(
              () -> new AssertionError("no reason is known for a conflict over " + conflicts));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final Map<String, Integer> kinds = new TreeMap<>();
  private int pairs;

  public void add(Move one, Move other, List<Conflict> conflicts) {
    Set<String> both = new TreeSet<>(List.of(one.kind(), other.kind()));
    String second = both.size() == 1 ? one.kind() : List.copyOf(both).get(1);
    String kind = "| " + List.copyOf(both).get(0) + " | " + second;
    kinds.merge(kind + " | " + Reason.of(conflicts) + " |", 1, Integer::sum);
    pairs++;
  }

  public double percentOf(int all) {
    return 100.0 * pairs / all;
  }

  /** The kinds that a list does not have. */
  public Set<String> missingIn(String list) {
    Set<String> missing = new TreeSet<>(kinds.keySet());
    missing.removeIf(list::contains);
    return missing;
  }

  /** The list, as a table for people. */
  public String list(int all) {
    StringBuilder list = new StringBuilder();
    list.append(
        String.format(Locale.ROOT, "%d of %,d pairs (%.2f %%).\n\n", pairs, all, percentOf(all)));
    list.append("| one branch | the other | why | pairs |\n|---|---|---|---|\n");
    kinds.forEach((kind, count) -> list.append(kind).append(' ').append(count).append(" |\n"));
    return list.toString();
  }
}
