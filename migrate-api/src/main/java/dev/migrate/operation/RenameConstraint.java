package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Gives a constraint another name.
 *
 * @param table the table's name
 * @param constraint the constraint's name
 * @param newName its new name
 */
public record RenameConstraint(QualifiedName table, String constraint, String newName)
    implements Operation {

  /** Checks the names. */
  public RenameConstraint {
    Objects.requireNonNull(table, "table");
    Required.name("constraint", constraint);
    Required.name("constraint", newName);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    Constraint renamed = owner.constraint(constraint).named(newName);
    if (owner.findConstraint(newName).isPresent()) {
      throw new SchemaException(
          Facts.of("the table " + table + " already has a constraint " + newName)
              .next("choose another name, or drop that constraint first"));
    }
    return before.with(
        owner.withConstraints(
            owner.constraints().stream()
                .map(known -> known.requiredName().equals(constraint) ? renamed : known)
                .toList()));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameConstraint(table, newName, constraint));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.within(table)
        .writing(
            Cell.of(Aspect.CONSTRAINT, table, constraint),
            Cell.of(Aspect.CONSTRAINT, table, newName),
            Cell.of(Aspect.NAME, table.sibling(constraint)),
            Cell.of(Aspect.NAME, table.sibling(newName)));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.constraint(table, constraint), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename constraint " + constraint + " of table " + table + " to " + newName;
  }
}
