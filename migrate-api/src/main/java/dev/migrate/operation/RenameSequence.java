package dev.migrate.operation;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaRenaming;
import java.util.List;
import java.util.Objects;

/**
 * Gives a sequence another name. Defaults that use it follow.
 *
 * @param sequence its name
 * @param newName its new name in the same schema
 */
public record RenameSequence(QualifiedName sequence, String newName) implements Operation {

  /** Checks the names. */
  public RenameSequence {
    Objects.requireNonNull(sequence, "sequence");
    Required.name("sequence", newName);
  }

  private QualifiedName renamed() {
    return sequence.sibling(newName);
  }

  @Override
  public Schema applyTo(Schema before) {
    before.sequence(sequence);
    before.requireFree(renamed());
    return new SchemaRenaming(before).sequence(sequence, newName);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameSequence(renamed(), sequence.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.claiming(sequence).claimingToo(renamed());
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.sequence(sequence), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename sequence " + sequence + " to " + newName;
  }
}
