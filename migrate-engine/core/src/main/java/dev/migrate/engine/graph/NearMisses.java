package dev.migrate.engine.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds known names that are similar to an unknown one. */
final class NearMisses {

  private static final int OFFERED = 5;
  private static final int FARTHEST = 3;

  private NearMisses() {}

  private record Near(String name, int distance) {}

  /**
   * The known names that differ from this one in at most a third of its letters, and at most three.
   * Ignores case.
   *
   * @return up to five names, the closest first, equally close ones in alphabetical order
   */
  static List<String> of(String name, Stream<String> known) {
    int limit = Math.min(FARTHEST, Math.max(1, name.length() / 3));
    String wanted = name.toLowerCase(Locale.ROOT);
    return known
        .map(other -> new Near(other, distance(wanted, other.toLowerCase(Locale.ROOT), limit)))
        .filter(near -> near.distance() <= limit)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(OFFERED)
        .map(Near::name)
        .toList();
  }

  /**
   * The number of insertions, deletions, replacements and swaps of neighbours; above the limit, any
   * greater number.
   */
  private static int distance(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[0];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[last.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }
}
