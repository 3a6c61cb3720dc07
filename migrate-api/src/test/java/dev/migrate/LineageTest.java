package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import org.junit.jupiter.api.Test;

class LineageTest {

  @Test
  void aRootHasNoParents() {
    Lineage root = Lineage.of("a").root();
    assertThat(root.id()).isEqualTo(RevisionId.of("a"));
    assertThat(root.parents()).isEmpty();
    assertThat(root.dependencies()).isEmpty();
    assertThat(root.labels()).isEmpty();
    assertThat(root.message()).isEmpty();
    assertThat(root).hasToString("a root");
  }

  @Test
  void aJoinFollowsSeveralParentsInTheirOrder() {
    Lineage join =
        Lineage.of("j").after("b", "a").dependsOn("d").dependsOn("c").label("x", "y").message("m");
    assertThat(join.parents()).extracting(RevisionId::value).containsExactly("b", "a");
    assertThat(join.dependencies()).extracting(RevisionId::value).containsExactly("d", "c");
    assertThat(join.labels()).containsExactly("x", "y");
    assertThat(join.message()).contains("m");
    assertThat(join).hasToString("j after b, a depends on d, c label x, y");
  }

  @Test
  void idsAndTextsAreTheSame() {
    assertThat(
            Lineage.of(RevisionId.of("a")).after(RevisionId.of("b")).dependsOn(RevisionId.of("c")))
        .isEqualTo(Lineage.of("a").after("b").dependsOn("c"))
        .hasSameHashCodeAs(Lineage.of("a").after("b").dependsOn("c"));
  }

  @Test
  void everyWordReturnsACopy() {
    Lineage root = Lineage.of("a").root();
    root.dependsOn("b");
    root.label("c");
    assertThat(root).isEqualTo(Lineage.of("a").root());
  }

  @Test
  void nothingIsNamedTwice() {
    refused("names the parent b twice", () -> Lineage.of("a").after("b", "b"));
    refused(
        "names the dependency b twice", () -> Lineage.of("a").root().dependsOn("b").dependsOn("b"));
    refused("names the label b twice", () -> Lineage.of("a").root().label("b", "b"));
  }

  @Test
  void labelsObeyTheRulesOfIds() {
    refused("the label \"a@b\" contains a character", () -> Lineage.of("a").root().label("a@b"));
    refused("the label \"head\" is a reserved word", () -> Lineage.of("a").root().label("head"));
  }

  @Test
  void aMessageSaysSomething() {
    refused("is blank", () -> Lineage.of("a").root().message(" "));
    refused("NUL", () -> Lineage.of("a").root().message("a\0"));
  }

  private static void refused(String problem, Runnable lineage) {
    assertThatThrownBy(lineage::run)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("next");
  }
}
