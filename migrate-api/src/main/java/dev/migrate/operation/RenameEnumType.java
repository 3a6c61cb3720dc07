package dev.migrate.operation;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaRenaming;
import java.util.List;
import java.util.Objects;

/**
 * Gives an enum type another name. Columns of the type follow.
 *
 * @param enumType its name
 * @param newName its new name in the same schema
 */
public record RenameEnumType(QualifiedName enumType, String newName) implements Operation {

  /** Checks the names. */
  public RenameEnumType {
    Objects.requireNonNull(enumType, "enumType");
    Required.name("enum type", newName);
  }

  private QualifiedName renamed() {
    return enumType.sibling(newName);
  }

  @Override
  public Schema applyTo(Schema before) {
    before.enumType(enumType);
    before.requireFree(renamed());
    return new SchemaRenaming(before).enumType(enumType, newName);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameEnumType(renamed(), enumType.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.claiming(enumType).claimingToo(renamed());
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.enumType(enumType), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename enum type " + enumType + " to " + newName;
  }
}
