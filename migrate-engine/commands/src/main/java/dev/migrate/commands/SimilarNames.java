package dev.migrate.commands;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Names that somebody can have meant who mistyped one. */
final class SimilarNames {

  private static final int SHOWN = 3;

  private SimilarNames() {}

  /** The most similar names, of which a third of the letters differ at most; possibly none. */
  static List<String> of(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int most = Math.max(1, (wanted.length() + 1) / 3);
    return names.stream()
        .filter(name -> name.startsWith(wanted) || distance(wanted, name) <= most)
        .sorted(Comparator.comparing(name -> distance(wanted, name)))
        .limit(SHOWN)
        .toList();
  }

  /** The number of insertions, deletions and replacements that turn one name into the other. */
  private static int distance(String a, String b) {
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
