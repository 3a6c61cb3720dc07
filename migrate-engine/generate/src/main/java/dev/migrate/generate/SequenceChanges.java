package dev.migrate.generate;

import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.Table;
import dev.migrate.schema.ValueTypeChange;
import dev.migrate.schema.VaryingDefault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    List<Sequence> going =
        transition.current().sequences().stream()
            .filter(sequence -> sequence.ownedBy().isPresent())
            .filter(sequence -> transition.target().findSequence(sequence.name()).isEmpty())
            .toList();
    Map<QualifiedName, Set<ColumnName>> users =
        going.isEmpty() ? Map.of() : users(transition.current());
    for (Sequence sequence : going) {
      ColumnName owner = sequence.ownedBy().orElseThrow();
      if (!Set.of(owner).containsAll(users.getOrDefault(sequence.name(), Set.of()))) {
        transition.add(new SetSequenceOwner(sequence.name(), Optional.empty()));
      }
    }
  }

  /** The columns that ask each sequence for their default. */
  private static Map<QualifiedName, Set<ColumnName>> users(Schema schema) {
    Map<QualifiedName, Set<ColumnName>> users = new HashMap<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        ColumnName name = new ColumnName(table.name(), column.name());
        column.defaultValue().stream()
            .flatMap(SequenceChanges::asked)
            .forEach(asked -> users.computeIfAbsent(asked, n -> new HashSet<>()).add(name));
      }
    }
    return users;
  }

  private static Stream<QualifiedName> asked(DefaultValue value) {
    return value instanceof VaryingDefault varying
        ? Stream.concat(Stream.of(varying.standard()), varying.variants().values().stream())
            .flatMap(SequenceChanges::asked)
        : value instanceof NextValue next ? Stream.of(next.sequence()) : Stream.empty();
  }

  static void drop(Transition transition) {
    transition.current().sequences().stream()
        .filter(sequence -> transition.target().findSequence(sequence.name()).isEmpty())
        .forEach(sequence -> transition.add(new DropSequence(sequence.name())));
  }
}
