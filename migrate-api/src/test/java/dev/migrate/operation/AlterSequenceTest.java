package dev.migrate.operation;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Alters sequences with every attribute stated and with none, by each change and by several. */
class AlterSequenceTest {

  private static final QualifiedName NAME = QualifiedName.of("ticket");

  private static final List<Sequence> SEQUENCES =
      List.of(
          sequence("ticket"),
          sequence("ticket")
              .type(smallint())
              .startingAt(20)
              .incrementedBy(-2)
              .minimum(-30)
              .maximum(300)
              .cycling()
              .cache(7)
              .withOwner(Optional.of(new ColumnName(NAME.sibling("t"), "c"))));

  private static final List<SequenceChange> CHANGES =
      List.of(
          valueType(integer()),
          noValueType(),
          startingAt(5),
          incrementedBy(3),
          minimum(-20),
          noMinimum(),
          maximum(99),
          noMaximum(),
          cycling(),
          noCycling(),
          cache(20),
          noCache());

  private static AlterSequence alter(SequenceChange... changes) {
    return new AlterSequence(NAME, List.of(changes));
  }

  private static Sequence after(Sequence before, AlterSequence operation) {
    return operation.applyTo(Schema.empty().with(before)).sequence(NAME);
  }

  @Test
  void changesOnlyTheAttributesThatItNames() {
    Sequence full = SEQUENCES.get(1);
    assertThat(after(full, alter(valueType(integer())))).isEqualTo(full.type(integer()));
    assertThat(after(full, alter(noValueType()))).isEqualTo(full.withType(Optional.empty()));
    assertThat(after(full, alter(startingAt(5)))).isEqualTo(full.startingAt(5));
    assertThat(after(full, alter(incrementedBy(3)))).isEqualTo(full.incrementedBy(3));
    assertThat(after(full, alter(minimum(-20)))).isEqualTo(full.minimum(-20));
    assertThat(after(full, alter(noMinimum())))
        .isEqualTo(full.withLimits(Optional.empty(), full.maximum()));
    assertThat(after(full, alter(maximum(99)))).isEqualTo(full.maximum(99));
    assertThat(after(full, alter(noMaximum())))
        .isEqualTo(full.withLimits(full.minimum(), Optional.empty()));
    assertThat(after(full, alter(noCycling()))).isEqualTo(full.withCycles(false));
    assertThat(after(SEQUENCES.get(0), alter(cycling()))).isEqualTo(SEQUENCES.get(0).cycling());
    assertThat(after(full, alter(cache(20)))).isEqualTo(full.cache(20));
    assertThat(after(full, alter(noCache()))).isEqualTo(full.withCache(Optional.empty()));
  }

  @Test
  void theInverseRestoresEveryAttributeAndTheOrderDoesNotMatter() {
    for (Sequence sequence : SEQUENCES) {
      Schema before = Schema.empty().with(sequence);
      for (SequenceChange first : CHANGES) {
        for (SequenceChange second : CHANGES) {
          List<SequenceChange> both =
              first.getClass() == second.getClass() ? List.of(first) : List.of(first, second);
          List<SequenceChange> turned = new ArrayList<>(both);
          Collections.reverse(turned);
          AlterSequence operation = new AlterSequence(NAME, both);
          Schema after = operation.applyTo(before);
          assertThat(new AlterSequence(NAME, turned).applyTo(after)).isEqualTo(after);
          assertThat(Operation.applyAll(operation.inverse(before).operations(), after))
              .as("%s on %s", operation, sequence)
              .isEqualTo(before);
        }
      }
    }
  }

  @Test
  void theStartAndBothLimitsMoveTogether() {
    Sequence low = sequence("ticket").minimum(1).maximum(9);
    Sequence high = sequence("ticket").startingAt(200).minimum(100).maximum(900);
    assertThat(after(low, alter(minimum(100), maximum(900), startingAt(200)))).isEqualTo(high);
    assertThat(after(high, alter(startingAt(1), minimum(1), maximum(9)))).isEqualTo(low);
  }

  @Test
  void readsWell() {
    assertThat(alter(valueType(integer()), cycling()))
        .hasToString("alter sequence ticket: value type integer, cycling");
    assertThat(CHANGES)
        .map(SequenceChange::toString)
        .containsExactly(
            "value type integer",
            "no value type",
            "start 5",
            "increment 3",
            "minimum -20",
            "no minimum",
            "maximum 99",
            "no maximum",
            "cycling",
            "no cycling",
            "cache 20",
            "no cache");
  }

  @Test
  void refusesWhatCannotBe() {
    refused("increment 0", () -> incrementedBy(0));
    refused("has the cache 0", () -> cache(0));
    refused("no values of the type text", () -> valueType(text()));
    refused("no values of the type decimal(9,2)", () -> valueType(decimal(9, 2)));
    refused("no values of the type", () -> valueType(bigint().on(H2, text())));
    refused(
        "cannot be altered by [increment 1, increment 2]",
        () -> alter(incrementedBy(1), incrementedBy(2)));
    refused("cannot be altered by []", () -> alter());
    refused("the minimum 5 above the maximum 4", () -> alter(minimum(5), maximum(4)));
    refused(
        "the minimum 5 above its maximum 4",
        () -> sequence("ticket").withLimits(Optional.of(5L), Optional.of(4L)));
    assertThat(valueType(decimal(9, 0)).type()).isPresent();
    assertThat(valueType(nativeType("oid")).type()).isPresent();
  }

  private static void refused(String message, Runnable definition) {
    assertThatThrownBy(definition::run)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(message);
  }
}
