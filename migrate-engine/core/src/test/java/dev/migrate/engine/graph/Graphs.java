package dev.migrate.engine.graph;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Draws graphs in one line: {@code graph("a", "b after a label left", "c after a dependsOn b")}.
 */
final class Graphs {

  /** a; b1, b2 on the left and c1 on the right of it; both joined by m; z on top. */
  static final LineageGraph DIAMOND =
      graph(
          "aaaa",
          "b1b1 after aaaa label left",
          "b2b2 after b1b1",
          "c1c1 after aaaa label right",
          "mmmm after b2b2 c1c1",
          "zzzz after mmmm");

  /** Two lines of three, where the second of B depends on the second of A. */
  static final LineageGraph DEPENDING =
      graph(
          "A1A1 label A",
          "A2A2 after A1A1",
          "A3A3 after A2A2",
          "B1B1 label B",
          "B2B2 after B1B1 dependsOn A2A2",
          "B3B3 after B2B2");

  private Graphs() {}

  static LineageGraph graph(String... revisions) {
    return LineageGraph.of(lineages(revisions));
  }

  static List<Lineage> lineages(String... revisions) {
    return Arrays.stream(revisions).map(Graphs::lineage).toList();
  }

  static Lineage lineage(String revision) {
    List<String> words = List.of(revision.split(" "));
    Lineage.Start start = Lineage.of(words.get(0));
    List<String> parents = behind("after", words);
    Lineage lineage = parents.isEmpty() ? start.root() : start.after(first(parents), more(parents));
    List<String> dependencies = behind("dependsOn", words);
    if (!dependencies.isEmpty()) {
      lineage = lineage.dependsOn(first(dependencies), more(dependencies));
    }
    List<String> labels = behind("label", words);
    return labels.isEmpty() ? lineage : lineage.label(first(labels), more(labels));
  }

  static Set<RevisionId> ids(String... ids) {
    Set<RevisionId> set = new LinkedHashSet<>();
    Arrays.stream(ids).map(RevisionId::of).forEach(set::add);
    return set;
  }

  /** The ids in {@code "a b"}; none in {@code ""}. */
  static Set<RevisionId> idsIn(String words) {
    return words.isBlank() ? Set.of() : ids(words.trim().split(" +"));
  }

  static String text(Collection<RevisionId> ids) {
    return String.join(" ", ids.stream().map(RevisionId::value).toList());
  }

  /** A graph of up to {@code most} revisions with readable ids in no particular order. */
  static List<Lineage> random(Random random, int most) {
    List<String> names = new ArrayList<>();
    int size = random.nextInt(most) + 1;
    for (int i = 0; i < size; i++) {
      names.add("r" + (char) ('a' + i % 26) + (i < 26 ? "" : i));
    }
    Collections.shuffle(names, random);
    boolean narrow = random.nextBoolean();
    Map<String, Set<String>> below = new HashMap<>();
    List<Lineage> lineages = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> earlier = new ArrayList<>(names.subList(narrow ? Math.max(0, i - 2) : 0, i));
      Collections.shuffle(earlier, random);
      List<String> candidates = earlier;
      int parents = Math.min(earlier.size(), List.of(0, 1, 1, 1, 1, 2, 3).get(random.nextInt(7)));
      int dependencies = Math.min(earlier.size(), List.of(0, 0, 0, 1, 2).get(random.nextInt(5)));
      List<String> joined = new ArrayList<>();
      Set<String> line = new LinkedHashSet<>();
      for (String candidate : candidates.subList(0, parents)) {
        boolean onOneLine =
            joined.stream()
                .anyMatch(
                    other ->
                        below.get(other).contains(candidate)
                            || below.get(candidate).contains(other));
        if (!onOneLine) {
          joined.add(candidate);
          line.add(candidate);
          line.addAll(below.get(candidate));
        }
      }
      below.put(names.get(i), line);
      Lineage.Start start = Lineage.of(names.get(i));
      Lineage lineage = parents == 0 ? start.root() : start.after(first(joined), more(joined));
      Collections.shuffle(earlier, random);
      if (dependencies > 0) {
        lineage = lineage.dependsOn(first(earlier), more(earlier.subList(0, dependencies)));
      }
      lineages.add(random.nextInt(4) == 0 ? lineage.label("l" + i) : lineage);
    }
    return lineages;
  }

  private static List<String> behind(String keyword, List<String> words) {
    int start = words.indexOf(keyword) + 1;
    List<String> values = new ArrayList<>();
    for (int i = start; start > 0 && i < words.size(); i++) {
      if (List.of("after", "dependsOn", "label").contains(words.get(i))) {
        break;
      }
      values.add(words.get(i));
    }
    return values;
  }

  private static String first(List<String> values) {
    return values.get(0);
  }

  private static String[] more(List<String> values) {
    return values.subList(1, values.size()).toArray(String[]::new);
  }
}
