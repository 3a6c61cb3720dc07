package dev.migrate.generate;

import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.ValueTypeChange;
import dev.migrate.schema.VaryingDefault;
import java.util.ArrayList;
import java.util.List;
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

  /** Alters sequences, and gives them their owners before a column that owned one is dropped. */
  static void change(Transition transition) {
    for (Sequence sequence : transition.target().sequences()) {
      Sequence known = transition.current().sequence(sequence.name());
      List<SequenceChange> changes = between(known, sequence);
      if (!changes.isEmpty()) {
        transition.add(new AlterSequence(sequence.name(), changes));
      }
      if (!known.ownedBy().equals(sequence.ownedBy())) {
        transition.add(new SetSequenceOwner(sequence.name(), sequence.ownedBy()));
      }
    }
  }

  private static List<SequenceChange> between(Sequence now, Sequence after) {
    List<SequenceChange> changes = new ArrayList<>();
    add(changes, now.type(), after.type(), new ValueTypeChange(after.type()));
    add(changes, now.start(), after.start(), new StartChange(after.start()));
    add(changes, now.increment(), after.increment(), new IncrementChange(after.increment()));
    add(changes, now.minimum(), after.minimum(), new MinimumChange(after.minimum()));
    add(changes, now.maximum(), after.maximum(), new MaximumChange(after.maximum()));
    add(changes, now.cycles(), after.cycles(), new CycleChange(after.cycles()));
    add(changes, now.cache(), after.cache(), new CacheChange(after.cache()));
    return changes;
  }

  private static void add(
      List<SequenceChange> changes, Object now, Object after, SequenceChange change) {
    if (!now.equals(after)) {
      changes.add(change);
    }
  }

  /**
   * Takes sequences from their columns if others ask them: they are dropped after all columns, and
   * not with the column that owns them.
   */
  static void release(Transition transition) {
    for (Sequence sequence : transition.current().sequences()) {
      boolean gone = transition.target().findSequence(sequence.name()).isEmpty();
      if (gone
          && sequence
              .ownedBy()
              .filter(owner -> isShared(transition, sequence, owner))
              .isPresent()) {
        transition.add(new SetSequenceOwner(sequence.name(), Optional.empty()));
      }
    }
  }

  private static boolean isShared(Transition transition, Sequence sequence, ColumnName owner) {
    return transition.current().tables().stream()
        .anyMatch(
            table ->
                table.columns().stream()
                    .filter(column -> !new ColumnName(table.name(), column.name()).equals(owner))
                    .flatMap(column -> column.defaultValue().stream())
                    .anyMatch(value -> asks(value, sequence)));
  }

  private static boolean asks(DefaultValue value, Sequence sequence) {
    return value instanceof VaryingDefault varying
        ? asks(varying.standard(), sequence)
            || varying.variants().values().stream().anyMatch(each -> asks(each, sequence))
        : value instanceof NextValue next && next.sequence().equals(sequence.name());
  }

  static void drop(Transition transition) {
    transition.current().sequences().stream()
        .filter(sequence -> transition.target().findSequence(sequence.name()).isEmpty())
        .forEach(sequence -> transition.add(new DropSequence(sequence.name())));
  }
}
