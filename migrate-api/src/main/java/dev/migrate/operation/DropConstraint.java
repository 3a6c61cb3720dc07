package dev.migrate.operation;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Drops a constraint of any kind. Refused for a key to which a foreign key refers. The columns of a
 * primary key still take no NULL afterwards.
 *
 * @param table the table's name
 * @param constraint the constraint's name
 */
public record DropConstraint(QualifiedName table, String constraint) implements Operation {

  /** Checks the names. */
  public DropConstraint {
    Objects.requireNonNull(table, "table");
    Required.name("constraint", constraint);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    Constraint dropped = owner.constraint(constraint);
    Schema after =
        before.with(
            owner.withConstraints(
                owner.constraints().stream().filter(known -> !known.equals(dropped)).toList()));
    References.requireUnused(
        "the constraint " + constraint + " of table " + table,
        dropped instanceof ForeignKey
            ? List.of()
            : References.foreignKeysWithoutKey(after, after.table(table)),
        "drop the foreign keys in an earlier operation");
    return after;
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new AddConstraint(table, before.table(table).constraint(constraint)));
  }

  @Override
  public Footprint footprint(Schema before) {
    Constraint dropped = before.table(table).constraint(constraint);
    Footprint footprint = new AddConstraint(table, dropped).footprint(before);
    return footprint.writing(Reach.keysIn(footprint.adds()));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.constraint(table, constraint)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "drop constraint " + constraint + " of table " + table;
  }
}
