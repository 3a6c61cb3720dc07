package dev.migrate.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.picture.layout.Box;
import dev.migrate.picture.text.DisplayWidth;
import dev.migrate.report.RevisionInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What holds for the pictures of all graphs. {@code -Dmigrate.test.pictures=N} draws more, from
 * seed {@code -Dmigrate.test.pictures.first=N} on.
 */
class GraphLawTest {

  private static final int GRAPHS = Integer.getInteger("migrate.test.pictures", 60);
  private static final Pattern MERMAID_NODE =
      Pattern.compile("  (\\w+)\\[\"(r\\d+)[^\"]*\"]:::\\w+");
  private static final Pattern MERMAID_EDGE = Pattern.compile("  (\\w+) (-->|-\\.->) (\\w+)");

  private interface Law {
    void holds(RevisionGraph graph, List<RevisionInfo> infos, Random random);
  }

  private static void forAllGraphs(int most, Law law) {
    forGraphs(GRAPHS, most, law);
  }

  /** With a layout, which takes longer. */
  private static void forSomeGraphs(int most, Law law) {
    forGraphs(Math.max(1, GRAPHS / 10), most, law);
  }

  private static void forGraphs(int count, int most, Law law) {
    long start = Integer.getInteger("migrate.test.pictures.first", 1);
    for (long seed = start; seed < start + count; seed++) {
      Random random = new Random(seed);
      List<Revision> revisions = RandomGraphs.revisions(random, most);
      RevisionGraph graph = RevisionGraph.of(revisions);
      int applied = random.nextInt(revisions.size() + 1);
      try {
        law.holds(graph, RandomGraphs.infos(graph, applied), random);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(
            "seed " + seed + ", -Dmigrate.test.pictures.first=" + seed, failure);
      }
    }
  }

  private static Set<String> pairs(RevisionGraph graph) {
    return RandomGraphs.edges(graph).stream()
        .map(edge -> edge.replaceFirst(" (after|depends on) ", " to "))
        .collect(Collectors.toSet());
  }

  private static List<String> ids(RevisionGraph graph) {
    return graph.order().stream().map(RevisionId::value).toList();
  }

  @Test
  void theLinesOfATextLeadFromEachRevisionToWhatItFollows() {
    forAllGraphs(
        40,
        (graph, infos, random) -> {
          int width = random.nextBoolean() ? 40 : 200;
          String text = RevisionPicture.of(infos, List.of()).text(width).toString();
          TextReader reader = new TextReader(text);
          List<String> newestFirst = new ArrayList<>(ids(graph));
          Collections.reverse(newestFirst);
          assertThat(reader.revisions()).as(text).isEqualTo(newestFirst);
          assertThat(reader.edges()).as(text).isEqualTo(pairs(graph));
          assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width, text);
        });
  }

  @Test
  void anSvgHasEveryRevisionAndEdgeAndNoCardsThatOverlap() {
    forSomeGraphs(
        40,
        (graph, infos, random) -> {
          SvgReader svg = new SvgReader(RevisionPicture.of(infos, List.of()).svg());
          assertThat(svg.cards()).hasSameSizeAs(ids(graph));
          requireApart(svg.cards());
          Set<String> titles =
              svg.texts("title").stream()
                  .flatMap(title -> Arrays.stream(title.split("\n")))
                  .collect(Collectors.toCollection(HashSet::new));
          assertThat(titles).containsAll(RandomGraphs.edges(graph));
          ids(graph)
              .forEach(
                  id -> assertThat(titles).containsAnyOf(id + " (applied)", id + " (pending)"));
        });
  }

  static void requireApart(List<Box> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int k = i + 1; k < boxes.size(); k++) {
        assertThat(boxes.get(i).overlaps(boxes.get(k)))
            .as(boxes.get(i) + " and " + boxes.get(k))
            .isFalse();
      }
    }
  }

  @Test
  void mermaidHasEveryRevisionAndEdge() {
    forAllGraphs(
        40,
        (graph, infos, random) -> {
          String text = RevisionPicture.of(infos, List.of()).mermaid();
          Map<String, String> names = new HashMap<>();
          Set<String> edges = new HashSet<>();
          for (String line : text.lines().skip(1).toList()) {
            Matcher node = MERMAID_NODE.matcher(line);
            Matcher edge = MERMAID_EDGE.matcher(line);
            if (node.matches()) {
              names.put(node.group(1), node.group(2));
            } else if (edge.matches()) {
              String kind = edge.group(2).equals("-->") ? " after " : " depends on ";
              edges.add(names.get(edge.group(3)) + kind + names.get(edge.group(1)));
            } else {
              assertThat(line).startsWith("  classDef ");
            }
          }
          assertThat(names.values()).containsExactlyInAnyOrderElementsOf(ids(graph));
          assertThat(edges).isEqualTo(RandomGraphs.edges(graph));
        });
  }

  @Test
  void thePicturesDoNotDependOnTheOrderOfRegistration() {
    forSomeGraphs(
        25,
        (graph, infos, random) -> {
          List<Revision> shuffled =
              new ArrayList<>(graph.order().stream().map(graph::revision).toList());
          Collections.shuffle(shuffled, random);
          RevisionPicture one = RevisionPicture.of(graph, List.of());
          RevisionPicture other = RevisionPicture.of(RevisionGraph.of(shuffled), List.of());
          assertThat(other.text(80)).isEqualTo(one.text(80));
          assertThat(other.svg()).isEqualTo(one.svg());
          assertThat(other.mermaid()).isEqualTo(one.mermaid());
        });
  }

  @Test
  void aPartHasAsManyRevisionsAsItMay() {
    forAllGraphs(
        40,
        (graph, infos, random) -> {
          int most = random.nextInt(40) + 1;
          String text = RevisionPicture.of(infos, List.of()).limitedTo(most).text(200).toString();
          assertThat(new TextReader(text).revisions()).hasSize(Math.min(most, infos.size()));
          assertThat(text.contains("left out: ")).isEqualTo(most < infos.size());
        });
  }
}
