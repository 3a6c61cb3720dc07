package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a sequence. Refused as long as the default of a column needs it.
 *
 * @param sequence the sequence's name
 */
public record DropSequence(QualifiedName sequence) implements Operation {

  /** Checks that it is there. */
  public DropSequence {
    Objects.requireNonNull(sequence, "sequence");
  }

  private List<String> users(Schema before) {
    List<String> users = new ArrayList<>();
    for (Table table : before.tables()) {
      for (Column column : table.columns()) {
        Optional<DefaultValue> value = column.defaultValue();
        if (value.isPresent() && References.sequences(value.get()).anyMatch(sequence::equals)) {
          users.add("column " + table.name() + "." + column.name());
        }
      }
    }
    return users;
  }

  @Override
  public Schema applyTo(Schema before) {
    before.sequence(sequence);
    References.requireUnused(
        "the sequence " + sequence, users(before), "drop those defaults in an earlier operation");
    return before.without(sequence);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new CreateSequence(before.sequence(sequence)));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.claiming(sequence).writing(Cell.of(Aspect.COUNTER, sequence));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.sequence(sequence)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public List<String> dataLoss(Schema before) {
    return List.of("where sequence " + sequence + " stands");
  }

  @Override
  public String toString() {
    return "drop sequence " + sequence;
  }
}
