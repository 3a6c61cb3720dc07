package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"4f1c09d2ab7e", "002_add_email", "1", "V1.2", "a/b", "\u00fcber", "header"})
  void anyReadableTextIsAnId(String text) {
    assertThat(RevisionId.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\tb", "a\u00a0b", "a@b", "a:b", "a+b", "a-b", "a\0b", "\n"})
  void charactersOfTheTargetGrammarAreRefusedWithAProposal(String text) {
    assertThatThrownBy(() -> RevisionId.of(text))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("write \"" + text.replaceAll("[^ab]", "_") + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "heads", "base", "current", "HEAD"})
  void wordsOfTheTargetGrammarAreRefused(String text) {
    assertThatThrownBy(() -> RevisionId.of(text))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("is a reserved word of targets");
  }

  @Test
  void anIdHas1To64Characters() {
    assertThatThrownBy(() -> RevisionId.of("")).hasMessageContaining("a revision id is empty");
    assertThat(RevisionId.of("x".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> RevisionId.of("x".repeat(65)))
        .hasMessageContaining("has 65 characters")
        .hasMessageContaining("at most 64");
  }

  @Test
  void idsAreOrderedByTheirText() {
    assertThat(
            List.of(RevisionId.of("b"), RevisionId.of("10"), RevisionId.of("9")).stream().sorted())
        .extracting(RevisionId::value)
        .containsExactly("10", "9", "b");
  }

  @Test
  void halfOfASurrogatePairIsNoCharacter() {
    for (String half : new String[] {"a\ud83d", "\ude00", "\ud83d\ud83d\ude00"}) {
      assertThatThrownBy(() -> RevisionId.of(half))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("surrogate");
      assertThatThrownBy(() -> Lineage.of("a").root().message(half))
          .isInstanceOf(DefinitionException.class);
      assertThatThrownBy(() -> Lineage.of("a").root().label(half))
          .isInstanceOf(DefinitionException.class);
    }
    assertThat(RevisionId.of("a\ud83d\ude00").value()).hasSize(3);
  }
}
