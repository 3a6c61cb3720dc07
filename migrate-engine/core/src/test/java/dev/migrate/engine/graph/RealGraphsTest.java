package dev.migrate.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Graphs of real projects, with what Alembic says about them. */
class RealGraphsTest {

  @ParameterizedTest
  @ValueSource(strings = {"glance", "truenth-portal"})
  void theShapeIsTheSame(String project) {
    LineageGraph graph = graph(project);
    JsonNode facts = facts(project);
    assertThat(graph.size()).isEqualTo(facts.get("revisions").asInt());
    assertThat(graph.bases()).isEqualTo(Set.copyOf(ids(facts.get("bases"))));
    assertThat(graph.heads()).isEqualTo(Set.copyOf(ids(facts.get("heads"))));
    assertThat(graph.effectiveHeads()).isEqualTo(Set.copyOf(ids(facts.get("effective_heads"))));
    assertThat(graph.branchPoints()).isEqualTo(Set.copyOf(ids(facts.get("branch_points"))));
    assertThat(graph.mergePoints()).isEqualTo(Set.copyOf(ids(facts.get("merge_points"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"glance", "truenth-portal"})
  void anUpgradeToTheHeadsRunsTheSameRevisionsInAValidOrder(String project) {
    LineageGraph graph = graph(project);
    List<RevisionId> run = Targets.of(graph, Set.of()).upgrade(List.of(Target.parse("heads")));
    assertThat(run)
        .containsExactlyInAnyOrderElementsOf(ids(facts(project).get("alembic_upgrade_order")));
    Set<RevisionId> state = new HashSet<>();
    for (RevisionId id : run) {
      assertThat(state).containsAll(Naive.needs(graph.lineage(id)));
      state.add(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"glance", "truenth-portal"})
  void aDowngradeToBaseIsTheUpgradeReversed(String project) {
    LineageGraph graph = graph(project);
    List<RevisionId> undone =
        new ArrayList<>(
            Targets.of(graph, Set.copyOf(graph.order())).downgrade(Target.parse("base")));
    Collections.reverse(undone);
    assertThat(undone).isEqualTo(graph.order());
    assertThat(undone).hasSize(facts(project).get("downgrade_to_base_len").asInt());
  }

  private static JsonNode facts(String project) {
    return read("facts").get(project);
  }

  private static LineageGraph graph(String project) {
    return LineageGraph.of(read(project).valueStream().map(RealGraphsTest::lineage).toList());
  }

  private static Lineage lineage(JsonNode node) {
    List<RevisionId> parents = ids(node.get("down"));
    Lineage.Start start = Lineage.of(node.get("id").asString());
    Lineage lineage = parents.isEmpty() ? start.root() : start.after(parents.get(0), more(parents));
    for (RevisionId dependency : ids(node.get("depends_on"))) {
      lineage = lineage.dependsOn(dependency);
    }
    for (JsonNode label : node.get("labels")) {
      lineage = lineage.label(label.asString().replaceFirst("^@migration\\.", ""));
    }
    return lineage;
  }

  private static RevisionId[] more(List<RevisionId> ids) {
    return ids.subList(1, ids.size()).toArray(RevisionId[]::new);
  }

  private static List<RevisionId> ids(JsonNode array) {
    return array.valueStream().map(node -> RevisionId.of(node.asString())).toList();
  }

  private static JsonNode read(String name) {
    try (InputStream in = RealGraphsTest.class.getResourceAsStream("/graphs/" + name + ".json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
