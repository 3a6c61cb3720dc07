package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Schema;
import java.util.List;

/** What independence promises: every order is defined and ends the same, downwards too. */
final class Diamond {

  private Diamond() {}

  static void check(Schema before, List<Operation> one, List<Operation> other) {
    Schema afterOne = OperationSamples.after(before, one);
    Schema afterOther = OperationSamples.after(before, other);
    Schema both = OperationSamples.after(afterOne, other);
    assertThat(OperationSamples.after(afterOther, one)).as("the other order").isEqualTo(both);
    undo(before, one, both, afterOther);
    undo(before, other, both, afterOne);
    undo(afterOther, one, both, afterOther);
    undo(afterOne, other, both, afterOne);
  }

  /** The inverse at one state undoes the operations at another. */
  private static void undo(Schema recordedAt, List<Operation> up, Schema from, Schema to) {
    List<Inverse> inverses = Inverse.ofAll(up, recordedAt);
    if (inverses.stream().allMatch(inverse -> inverse.obstacle().isEmpty())) {
      List<Operation> down = inverses.stream().flatMap(i -> i.operations().stream()).toList();
      assertThat(OperationSamples.after(from, down)).as("undone by %s", down).isEqualTo(to);
    }
  }
}
