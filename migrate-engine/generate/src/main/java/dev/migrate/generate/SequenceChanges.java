package dev.migrate.generate;

import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.schema.Sequence;
import java.util.Optional;

/** The sequences that come, go, or belong to another column. */
final class SequenceChanges {

  private SequenceChanges() {}

  /** Creates sequences without their owners, since defaults of new columns may need them. */
  static void create(Transition transition) {
    transition.target().sequences().stream()
        .filter(sequence -> transition.current().findSequence(sequence.name()).isEmpty())
        .forEach(
            sequence -> transition.add(new CreateSequence(sequence.withOwner(Optional.empty()))));
  }

  /** Gives sequences their owners, before a column that owned one is dropped. */
  static void change(Transition transition) {
    for (Sequence sequence : transition.target().sequences()) {
      Sequence known = transition.current().sequence(sequence.name());
      if (!known.ownedBy().equals(sequence.ownedBy())) {
        transition.add(new SetSequenceOwner(sequence.name(), sequence.ownedBy()));
      }
    }
  }

  static void drop(Transition transition) {
    transition.current().sequences().stream()
        .filter(sequence -> transition.target().findSequence(sequence.name()).isEmpty())
        .forEach(sequence -> transition.add(new DropSequence(sequence.name())));
  }
}
