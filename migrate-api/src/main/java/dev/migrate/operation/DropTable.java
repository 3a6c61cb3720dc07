package dev.migrate.operation;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a table. Refused as long as a foreign key of another table or a view needs it.
 *
 * @param table the table's name
 */
public record DropTable(QualifiedName table) implements Operation {

  /** Checks that it is there. */
  public DropTable {
    Objects.requireNonNull(table, "table");
  }

  @Override
  public Schema applyTo(Schema before) {
    before.table(table);
    List<String> users = new ArrayList<>(References.foreignKeysTo(before, table, ""));
    users.addAll(References.viewsOf(before, table, ""));
    OwnedSequences owned = OwnedSequences.of(before, table, Optional.empty());
    users.addAll(owned.users(before.without(table)));
    References.requireUnused("the table " + table, users, "drop them in an earlier operation");
    return owned.removedFrom(before.without(table));
  }

  @Override
  public Inverse inverse(Schema before) {
    return OwnedSequences.of(before, table, Optional.empty())
        .restoredAround(Inverse.of(new CreateTable(before.table(table))));
  }

  @Override
  public Footprint footprint(Schema before) {
    return new CreateTable(before.table(table))
        .footprint(before)
        .and(OwnedSequences.of(before, table, Optional.empty()).footprint(before));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.table(table)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public List<String> dataLoss(Schema before) {
    return List.of("the rows of table " + table);
  }

  @Override
  public String toString() {
    return "drop table " + table;
  }
}
