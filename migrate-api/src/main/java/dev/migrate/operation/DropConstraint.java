package dev.migrate.operation;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;

/**
 * Drops a constraint of any kind. Refused for a key to which a foreign key refers. The columns of a
 * primary key still take no NULL afterwards.
 *
 * @param table the table's name
 * @param constraint the constraint's name
 */
public record DropConstraint(QualifiedName table, String constraint) implements Operation {

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
        boundTo(after, dropped),
        "drop the foreign keys in an operation before");
    return after;
  }

  /** The foreign keys that are left without a key to refer to. */
  private List<String> boundTo(Schema after, Constraint dropped) {
    Table owner = after.table(table);
    return dropped instanceof ForeignKey
        ? List.of()
        : after.tables().stream()
            .flatMap(other -> other.foreignKeys().stream())
            .filter(key -> key.target().equals(table) && !owner.hasKey(key.targetColumns()))
            .map(key -> "foreign key " + key.requiredName())
            .toList();
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new AddConstraint(table, before.table(table).constraint(constraint)));
  }

  @Override
  public Footprint footprint(Schema before) {
    return inverse(before).operations().get(0).footprint(before);
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
