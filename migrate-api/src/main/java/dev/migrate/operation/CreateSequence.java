package dev.migrate.operation;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.List;
import java.util.Objects;

/** Creates a sequence. */
public record CreateSequence(Sequence sequence) implements Operation {

  /** Checks that it is there. */
  public CreateSequence {
    Objects.requireNonNull(sequence, "sequence");
  }

  @Override
  public Schema applyTo(Schema before) {
    before.requireFree(sequence.name());
    SetSequenceOwner.requireColumn(before, sequence);
    return before.with(sequence);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropSequence(sequence.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint = Footprint.claiming(sequence.name());
    return sequence.ownedBy().map(o -> footprint.and(SetSequenceOwner.owning(o))).orElse(footprint);
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.CREATED, ElementName.sequence(sequence.name())));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "create " + sequence;
  }
}
