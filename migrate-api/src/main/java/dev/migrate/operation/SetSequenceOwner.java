package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says with which column a sequence is dropped.
 *
 * @param sequence the sequence's name
 * @param owner the column; empty for none
 */
public record SetSequenceOwner(QualifiedName sequence, Optional<ColumnName> owner)
    implements Operation {

  /** Checks that it is there. */
  public SetSequenceOwner {
    Objects.requireNonNull(sequence, "sequence");
    Objects.requireNonNull(owner, "owner");
  }

  @Override
  public Schema applyTo(Schema before) {
    Sequence owned = before.sequence(sequence).withOwner(owner);
    requireColumn(before, owned);
    return before.with(owned);
  }

  /** The column must be there, in the same namespace as the sequence. */
  static void requireColumn(Schema before, Sequence sequence) {
    sequence
        .ownedBy()
        .ifPresent(
            owner -> {
              before.table(owner.table()).column(owner.column());
              if (!owner.table().namespace().equals(sequence.name().namespace())) {
                throw new SchemaException(
                    Facts.of("the " + sequence + " is in another schema than that column")
                        .next("have both in one schema"));
              }
            });
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new SetSequenceOwner(sequence, before.sequence(sequence).ownedBy()));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint = Footprint.claiming(sequence);
    if (owner.isPresent()) {
      footprint = footprint.and(owning(owner.get()));
    }
    Optional<ColumnName> old = before.sequence(sequence).ownedBy();
    return old.isPresent() ? footprint.and(owning(old.get())) : footprint;
  }

  /** What a sequence that belongs to a column holds of that column: it must stay as it is. */
  static Footprint owning(ColumnName owner) {
    return Footprint.within(owner.table())
        .reading(Cell.of(Aspect.COLUMN, owner.table(), owner.column()));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ALTERED, ElementName.sequence(sequence)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "let sequence " + sequence + " belong to " + owner.map(Object::toString).orElse("none");
  }
}
