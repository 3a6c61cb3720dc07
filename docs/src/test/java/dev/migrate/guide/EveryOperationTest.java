package dev.migrate.guide;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EveryOperationTest {

  private final List<Operation> operations = new ArrayList<>();

  EveryOperationTest() {
    for (Revision revision : EveryOperation.revisions()) {
      operations.addAll(Recording.of(revision).upgrade());
    }
  }

  @Test
  void thereIsALineForEveryOperation() {
    assertThat(operations.stream().map(Operation::getClass).collect(toSet()))
        .isEqualTo(Set.of(Operation.class.getPermittedSubclasses()));
  }

  @Test
  void everyLineFitsTheSchemaBeforeIt() {
    Schema schema = Operation.applyAll(operations, Schema.empty());

    assertThat(schema.tables()).extracting(t -> t.name().name()).contains("account", "genre");
  }
}
