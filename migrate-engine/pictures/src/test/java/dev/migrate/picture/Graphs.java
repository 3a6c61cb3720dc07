package dev.migrate.picture;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws graphs in one line each: {@code infos("a", "b after a label left", "c after a dependsOn b
 * pending")}. A revision is applied unless it says {@code pending}, {@code up} or {@code down}.
 */
final class Graphs {

  private static final Set<String> KEYWORDS =
      Set.of("after", "dependsOn", "label", "pending", "up", "down", "unknown", "missing", "says");

  private Graphs() {}

  static List<RevisionInfo> infos(String... revisions) {
    List<Lineage> lineages = Arrays.stream(revisions).map(Graphs::lineage).toList();
    Set<RevisionId> parents = new HashSet<>();
    lineages.forEach(lineage -> parents.addAll(lineage.parents()));
    List<RevisionInfo> infos = new ArrayList<>();
    for (int i = 0; i < revisions.length; i++) {
      List<String> words = List.of(revisions[i].split(" "));
      infos.add(info(lineages.get(i), words, !parents.contains(lineages.get(i).id())));
    }
    return infos;
  }

  private static RevisionInfo info(Lineage lineage, List<String> words, boolean isHead) {
    RevisionState state =
        words.contains("pending") || words.contains("missing")
            ? RevisionState.PENDING
            : words.contains("up")
                ? RevisionState.GOING_UP
                : words.contains("down") ? RevisionState.GOING_DOWN : RevisionState.DONE;
    boolean ran = state != RevisionState.PENDING;
    return new RevisionInfo(
        lineage,
        lineage.id().value(),
        state,
        !words.contains("unknown"),
        isHead,
        words.contains("missing"),
        ran ? Optional.of(Instant.parse("2026-03-01T09:30:00Z")) : Optional.empty(),
        ran ? Optional.of(Duration.ofMillis(120)) : Optional.empty());
  }

  static Lineage lineage(String revision) {
    List<String> words = List.of(revision.split(" "));
    Lineage.Start start = Lineage.of(words.get(0));
    List<String> parents = following("after", words);
    Lineage lineage = parents.isEmpty() ? start.root() : start.after(first(parents), more(parents));
    List<String> dependencies = following("dependsOn", words);
    if (!dependencies.isEmpty()) {
      lineage = lineage.dependsOn(first(dependencies), more(dependencies));
    }
    List<String> message = following("says", words);
    if (!message.isEmpty()) {
      lineage = lineage.message(String.join(" ", message));
    }
    List<String> labels = following("label", words);
    return labels.isEmpty() ? lineage : lineage.label(first(labels), more(labels));
  }

  private static List<String> following(String keyword, List<String> words) {
    int start = words.indexOf(keyword) + 1;
    int end = start;
    while (start > 0 && end < words.size() && !KEYWORDS.contains(words.get(end))) {
      end++;
    }
    return words.subList(start, end);
  }

  private static String first(List<String> words) {
    return words.get(0);
  }

  private static String[] more(List<String> words) {
    return words.subList(1, words.size()).toArray(String[]::new);
  }
}
