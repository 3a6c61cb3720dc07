package dev.migrate.testkit.dialect.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.SchemaAssert;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomOperationsTest {

  private static final int SEQUENCES = Integer.getInteger("migrate.test.sequences", 2_000);

  /** Kinds of operations that do not come up, or cannot be undone, and why. */
  private static final Map<Class<? extends Operation>, String> NOT_UNDONE =
      Map.of(
          AddEnumValue.class, "has no inverse, as rows may have the label",
          InsertRows.class, "random operations change the schema alone",
          UpdateRows.class, "random operations change the schema alone",
          DeleteRows.class, "random operations change the schema alone",
          ExecuteSql.class, "no SQL is made up",
          RunCode.class, "no code is made up",
          ForDialect.class, "is its operations, or nothing");

  @Test
  void sameSeedMakesTheSameOperations() {
    List<Operation> first = RandomOperations.seeded(7).sequence(50);
    assertThat(RandomOperations.seeded(7).sequence(50)).isEqualTo(first);
    assertThat(RandomOperations.seeded(8).sequence(50)).isNotEqualTo(first);
    assertThat(RandomOperations.seeded(7)).hasToString("random operations with seed 7");
  }

  @Test
  void inverseRestoresTheSchema() {
    Set<Class<?>> undone = new HashSet<>(NOT_UNDONE.keySet());
    for (long seed = 1; seed <= SEQUENCES; seed++) {
      Schema schema = Schema.empty();
      for (Operation operation : RandomOperations.seeded(seed).sequence(20)) {
        Schema after = operation.applyTo(schema);
        Inverse inverse = operation.inverse(schema);
        if (inverse.obstacle().isEmpty()) {
          Schema restored = Operation.applyAll(inverse.operations(), after);
          SchemaAssert.assertThat(restored)
              .as("seed " + seed + ", undoing " + operation + " by " + inverse.operations())
              .isEqualTo(schema);
          undone.add(operation.getClass());
        }
        schema = after;
      }
    }
    assertThat(undone)
        .as("kinds of operations that came up and were undone, or do not for a reason")
        .containsExactlyInAnyOrderElementsOf(List.of(Operation.class.getPermittedSubclasses()));
  }

  @Test
  void whatIsNotAcceptedDoesNotComeUp() {
    RandomOperations random =
        RandomOperations.seeded(1).where((operation, before) -> before.tables().size() < 2);
    Schema schema = Operation.applyAll(random.sequence(2), Schema.empty());
    assertThat(schema.tables()).hasSizeLessThan(3);
  }
}
