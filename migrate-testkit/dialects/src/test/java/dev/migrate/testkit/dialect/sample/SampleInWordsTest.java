package dev.migrate.testkit.dialect.sample;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleInWordsTest {

  private static final Sample SAMPLE =
      Sample.of("plain", op -> {}, op -> op.createTable("t", column("id", integer())));

  @Test
  void keepsTheNameAndTakesTheOperations() {
    Sample adapted =
        SAMPLE.inWords(
            op -> op.createSchema("s"), op -> op.createTable("s.t", column("n", integer())));

    assertEquals(SAMPLE.toString(), adapted.toString());
    assertEquals(1, adapted.given().size());
    assertEquals("createSchema", new Sample("", List.of(), adapted.given().get(0)).kind());
  }

  @Test
  void isOfTheSameKind() {
    assertThrows(
        IllegalArgumentException.class, () -> SAMPLE.inWords(op -> {}, op -> op.createSchema("s")));
  }
}
