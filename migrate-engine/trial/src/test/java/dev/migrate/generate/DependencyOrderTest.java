package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

  private static List<String> order(Map<String, List<String>> needs) {
    List<String> sorted = needs.keySet().stream().sorted().toList();
    return DependencyOrder.of(sorted, Function.identity(), needs::get);
  }

  @Test
  void whatIsNeededComesFirstAndTheRestStaysInOrder() {
    assertThat(order(Map.of("a", List.of("c"), "b", List.of(), "c", List.of(), "d", List.of())))
        .containsExactly("b", "c", "a", "d");
  }

  @Test
  void aCircleIsEnteredAtItsFirstElement() {
    assertThat(
            order(
                Map.of("a", List.of("b", "b"), "b", List.of("a"), "c", List.of("c", "elsewhere"))))
        .containsExactly("c", "a", "b");
  }

  @Test
  void aLongChainIsNoDeeperThanItsLoop() {
    int length = 100_000;
    List<Integer> numbers = IntStream.range(0, length).boxed().toList();
    assertThat(
            DependencyOrder.of(
                numbers,
                Function.identity(),
                number -> number + 1 < length ? List.of(number + 1) : List.<Integer>of()))
        .startsWith(length - 1)
        .endsWith(0);
  }
}
