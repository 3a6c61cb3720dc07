package dev.migrate.error;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the known names that somebody can have meant who mistyped one. Ignores case. */
public final class SimilarNames {

  private static final int OFFERED = 5;
  private static final int FARTHEST = 3;

  private SimilarNames() {}

  private record Near(String name, int distance) {}

  /**
   * The known names that differ from this one in at most a third of its letters, at most three, but
   * at least one.
   *
   * @return up to five names, the closest first, equally close ones in alphabetical order
   */
  public static List<String> of(String name, Stream<String> known) {
    int limit = Math.min(FARTHEST, Math.max(1, name.length() / 3));
    String wanted = name.toLowerCase(Locale.ROOT);
    return known
        .filter(other -> Math.abs(other.length() - wanted.length()) <= limit)
        .map(other -> new Near(other, distance(wanted, other.toLowerCase(Locale.ROOT))))
        .filter(near -> near.distance() <= limit)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(OFFERED)
        .map(Near::name)
        .toList();
  }

  /** All of these names, the closest first, equally close ones as they were. */
  static List<String> closestFirst(String name, List<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(other -> new Near(other, distance(wanted, other.toLowerCase(Locale.ROOT))))
        .sorted(Comparator.comparingInt(Near::distance))
        .map(Near::name)
        .toList();
  }

  /** The number of insertions, deletions, replacements and swaps of neighbours between names. */
  private static int distance(String one, String other) {
    int[] beforeLast = new int[0];
    int[] last = new int[other.length() + 1];
    Arrays.setAll(last, j -> j);
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
