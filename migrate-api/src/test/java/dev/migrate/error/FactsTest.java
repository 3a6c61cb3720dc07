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
              next       try again""");
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
}
