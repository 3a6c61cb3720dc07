package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sequences that go with a table or one of its columns.
 *
 * @param table the table's name
 * @param column the column's name; empty for the whole table
 * @param sequences the sequences in the order of their names
 */
record OwnedSequences(QualifiedName table, Optional<String> column, List<Sequence> sequences) {

  static OwnedSequences of(Schema schema, QualifiedName table, Optional<String> column) {
    return new OwnedSequences(table, column, schema.sequencesOwnedBy(table, column));
  }

  /** The schema without them, once the table or the column is gone. */
  Schema removedFrom(Schema after) {
    Schema schema = after;
    for (Sequence sequence : sequences) {
      schema = schema.without(sequence.name());
    }
    return schema;
  }

  /** The columns that stay and take their default from one of them. */
  List<String> users(Schema after) {
    List<String> users = new ArrayList<>();
    if (sequences.isEmpty()) {
      return users;
    }
    List<QualifiedName> names = sequences.stream().map(Sequence::name).toList();
    for (Table other : after.tables()) {
      for (Column known : other.columns()) {
        if (References.sequences(known).anyMatch(names::contains)) {
          users.add("column " + other.name() + "." + known.name());
        }
      }
    }
    return users;
  }

  /** What brings them back around what brings back the table or the column. */
  Inverse restoredAround(Inverse inverse) {
    if (sequences.isEmpty()) {
      return inverse;
    }
    List<Operation> operations = new ArrayList<>();
    sequences.forEach(s -> operations.add(new CreateSequence(s.withOwner(Optional.empty()))));
    operations.addAll(inverse.operations());
    sequences.forEach(s -> operations.add(new SetSequenceOwner(s.name(), s.ownedBy())));
    return new Inverse(operations, inverse.onlyIfEmpty(), inverse.obstacle());
  }

  /** What their going touches. */
  Footprint footprint(Schema before) {
    Footprint footprint = Footprint.NONE;
    for (Sequence sequence : sequences) {
      footprint = footprint.and(new DropSequence(sequence.name()).footprint(before));
    }
    return footprint;
  }
}
