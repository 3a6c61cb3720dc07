package dev.migrate.testkit.dialect.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.SchemaAssert;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomOperationsTest {

  private static final int SEQUENCES = Integer.getInteger("migrate.test.sequences", 2_000);

  @Test
  void sameSeedMakesTheSameOperations() {
    List<Operation> first = RandomOperations.seeded(7).sequence(50);
    assertThat(RandomOperations.seeded(7).sequence(50)).isEqualTo(first);
    assertThat(RandomOperations.seeded(8).sequence(50)).isNotEqualTo(first);
    assertThat(RandomOperations.seeded(7)).hasToString("random operations with seed 7");
  }

  @Test
  void inverseRestoresTheSchema() {
    Set<String> undone = new TreeSet<>();
    for (long seed = 1; seed <= SEQUENCES; seed++) {
      Schema schema = Schema.empty();
      for (Operation operation : RandomOperations.seeded(seed).sequence(20)) {
        Schema after = operation.applyTo(schema);
        Inverse inverse = operation.inverse(schema);
        if (inverse.obstacle().isEmpty()) {
          Schema restored = after;
          for (Operation undo : inverse.operations()) {
            restored = undo.applyTo(restored);
          }
          SchemaAssert.assertThat(restored)
              .as("seed " + seed + ", undoing " + operation + " by " + inverse.operations())
              .isEqualTo(schema);
          undone.add(operation.getClass().getSimpleName());
        }
        schema = after;
      }
    }
    assertThat(undone)
        .as("kinds of operations that came up")
        .hasSize(Operation.class.getPermittedSubclasses().length - 7);
  }

  @Test
  void whatIsNotAcceptedDoesNotComeUp() {
    RandomOperations random =
        RandomOperations.seeded(1).where((operation, before) -> before.tables().size() < 2);
    Schema schema = Schema.empty();
    for (Operation operation : random.sequence(2)) {
      schema = operation.applyTo(schema);
    }
    assertThat(schema.tables()).hasSizeLessThan(3);
  }
}
