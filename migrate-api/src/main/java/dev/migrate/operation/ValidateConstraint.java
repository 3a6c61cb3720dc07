package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Looks at the rows that were there before a check or a foreign key, which was added as {@code
 * notValid()}: from then on all rows obey it. Others can write to the table meanwhile.
 *
 * @param table the table's name
 * @param constraint the constraint's name
 */
public record ValidateConstraint(QualifiedName table, String constraint) implements Operation {

  /** Checks the names. */
  public ValidateConstraint {
    Objects.requireNonNull(table, "table");
    Required.name("constraint", constraint);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    Constraint known = owner.constraint(constraint);
    if (known.isNotEnforced()) {
      throw new SchemaException(
          Facts.of("the constraint " + constraint + " of table " + table + " is not enforced")
              .with("constraint", known.toString())
              .next("drop it, and add it without notEnforced()"));
    }
    if (!known.isNotValid()) {
      throw new SchemaException(
          Facts.of("the constraint " + constraint + " of table " + table + " is valid already")
              .with("constraint", known.toString())
              .next("remove this operation, or add the constraint as notValid()"));
    }
    List<Constraint> constraints =
        owner.constraints().stream()
            .map(each -> each.equals(known) ? known.withNotValid(false) : each)
            .toList();
    return before.with(owner.withConstraints(constraints));
  }

  /** Databases cannot forget that they looked; so the constraint goes and comes back. */
  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(
        new DropConstraint(table, constraint),
        new AddConstraint(table, before.table(table).constraint(constraint)));
  }

  @Override
  public Footprint footprint(Schema before) {
    return new AddConstraint(table, before.table(table).constraint(constraint)).footprint(before);
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ALTERED, ElementName.constraint(table, constraint)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "validate constraint " + constraint + " of table " + table;
  }
}
