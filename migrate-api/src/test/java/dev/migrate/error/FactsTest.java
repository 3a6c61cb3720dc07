package dev.migrate.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactsTest {

  @Test
  void factsAreAlignedBelowTheHeadlineAndFurtherLinesBelowTheirValue() {
    assertThat(Facts.of("it failed").with("statement", "a\nb").next("try again"))
        .hasToString(
            """
            it failed
              statement  a
                         b
              next       try again\
            """);
  }

  @Test
  void noValuesAreNoneAndManyAreCutShort() {
    assertThat(Facts.of("x").list("used by", List.of())).hasToString("x\n  used by    none");
    assertThat(Facts.of("x").list("used by", IntStream.range(0, 12).boxed().toList()).toString())
        .endsWith("10, 11");
    assertThat(Facts.of("x").list("used by", IntStream.range(0, 13).boxed().toList()).toString())
        .endsWith("10, 11 and 1 more");
  }

  @Test
  void fewKnownNamesKeepTheirOrderAndOfManyTheNearestComeFirst() {
    assertThat(Facts.of("x").known("b", List.of("c", "a", "b")))
        .hasToString("x\n  known      c, a, b");
    List<String> many = IntStream.range(0, 100).mapToObj(i -> "n" + i).toList();
    assertThat(Facts.of("x").known("N42", many).toString())
        .startsWith("x\n  known      n42, ")
        .endsWith(" and 88 more");
  }

  @Test
  void aValueOfManyThousandCharactersLosesItsMiddle() {
    String text =
        Facts.of("it failed")
            .with("statement", "a" + "x".repeat(1_000_000) + "z")
            .next("y")
            .toString();
    assertThat(text)
        .hasSizeLessThan(5_000)
        .contains("  statement  ax", "characters left out", "xz\n  next");
    String pairs = "\ud83d\ude00".repeat(10_000);
    for (String value : new String[] {pairs, "a" + pairs}) {
      assertThat(Facts.shortened(value).codePoints())
          .noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }
  }

  @Test
  void aFactCanBePutAboveAnother() {
    assertThat(
            Facts.of("it failed")
                .with("left", "nothing")
                .next("call again")
                .before("left", "done", "a"))
        .hasToString("it failed\n  done       a\n  left       nothing\n  next       call again");
    assertThat(Facts.of("it failed").before("left", "done", "a"))
        .hasToString("it failed\n  done       a");
  }
}
