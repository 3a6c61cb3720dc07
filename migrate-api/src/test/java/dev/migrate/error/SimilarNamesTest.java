package dev.migrate.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which names are offered in the place of one that is not known. */
class SimilarNamesTest {

  private static List<String> similar(String name, String... known) {
    return SimilarNames.of(name, Stream.of(known));
  }

  @Test
  void aThirdOfTheLettersMayDiffer() {
    assertEquals(List.of("account"), similar("acount", "account", "invoice"));
    assertEquals(List.of(), similar("acc", "account"));
  }

  @Test
  void swappedNeighboursAreOneMistake() {
    assertEquals(List.of("tag"), similar("tga", "tag"));
  }

  @Test
  void lettersAreTheSameInBothCases() {
    assertEquals(List.of("Head"), similar("hEAD", "Head"));
  }

  @Test
  void theClosestComeFirst() {
    assertEquals(List.of("holders", "orderr"), similar("holderr", "orderr", "holders"));
  }

  @Test
  void fiveAreOffered() {
    assertEquals(5, similar("t", "a", "b", "c", "d", "e", "f").size());
  }
}
