package dev.migrate.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.TargetException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4f1c09d2ab7e",
        "head",
        "heads",
        "base",
        "current",
        "left@head",
        "left@4f",
        "+1",
        "-12",
        "4f1c+2",
        "head-1",
        "left@+1",
        "left@-1",
        "left@head-1",
        "+000000000000001",
        "été",
        "😀@head"
      })
  void aTargetPrintsAsItWasWritten(String text) {
    assertThat(Target.parse(text)).hasToString(text).isEqualTo(Target.parse(text));
  }

  @Test
  void aRevisionIsATarget() {
    assertThat(Target.of(RevisionId.of("4f1c"))).isEqualTo(Target.parse("4f1c"));
  }

  @Test
  void whateverCanBeAnIdOrALabelCanBeATarget() {
    int valid = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      String text = "a" + (char) random.nextInt(0x10000) + (char) random.nextInt(0x180);
      RevisionId id;
      try {
        id = RevisionId.of(text);
      } catch (DefinitionException refused) {
        continue;
      }
      valid++;
      LineageGraph graph = LineageGraph.of(List.of(Lineage.of(id).root().label("l" + text)));
      Targets targets = Targets.of(graph, Set.of());
      assertThat(targets.single(Target.parse(text))).as("seed " + seed).isEqualTo(id);
      assertThat(targets.single(Target.parse("l" + text + "@head"))).isEqualTo(id);
      assertThat(targets.upgrade(List.of(Target.of(id)))).containsExactly(id);
    }
    assertThat(valid).isGreaterThan(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''         | is blank",
        "'  '       | is blank",
        "' head'    | has white space or a control character",
        "a b        | has white space or a control character",
        "a@b@c      | has several @",
        "@head      | has nothing in front of the @",
        "left@      | has nothing after the @",
        "left+1@a   | has steps in front of the @; they come last",
        "head@left  | has head in front of the @, not a label or an id",
        "+          | has no number after the +",
        "left@-     | has no number after the -",
        "a+1+2      | has \"1+2\" after the +, which is not a number of steps; ids and labels have"
            + " no +",
        "2024-01-ab | has \"01-ab\" after the -, which is not a number of steps; ids and labels"
            + " have no -",
        "+١         | has \"١\" after the +, which is not a number of steps; ids and labels have no"
            + " +",
        "+0         | has no step; the minimum is 1",
        "a-000      | has no step; the minimum is 1",
        "+9999999999| has more steps than any graph",
        "a:b        | is a range",
      })
  void aMalformedTargetSaysWhatIsWrongWithIt(String text, String problem) {
    TargetException refused = catchThrowableOfType(TargetException.class, () -> Target.parse(text));
    assertThat(refused.getMessage().lines().findFirst())
        .contains("the target \"" + text + "\" " + problem);
    assertThat(refused.target()).isEqualTo(text);
    assertThat(refused).hasMessageContaining("\n  forms      ").hasMessageContaining("\n  next  ");
  }

  @Test
  void aRangeHasTwoEndsAndKnowsWhatIsLeftOut() {
    assertThat(TargetRange.parse("a:b")).hasToString("a:b");
    assertThat(TargetRange.parse("a:").to()).hasToString("heads");
    assertThat(TargetRange.parse(":b").from()).hasToString("base");
    assertThat(TargetRange.parse("b").from()).hasToString("base");
    assertThat(TargetRange.parse("-3:current").from()).hasToString("-3");
  }

  @Test
  void aRangeWithSeveralColonsOrAMalformedEndIsRefused() {
    assertThatThrownBy(() -> TargetRange.parse("a:b:c"))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("has several colons");
    assertThatThrownBy(() -> TargetRange.parse("a:+")).isInstanceOf(TargetException.class);
    assertThatThrownBy(() -> TargetRange.parse("")).isInstanceOf(TargetException.class);
  }
}
