package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/** Creates a table with its keys, checks, indexes and comments. */
public record CreateTable(Table table) implements Operation {

  /** Checks that it is there. */
  public CreateTable {
    Objects.requireNonNull(table, "table");
  }

  @Override
  public Schema applyTo(Schema before) {
    before.requireFree(table.name());
    for (Column column : table.columns()) {
      References.require(before, table.name(), column);
    }
    if (table.foreignKeys().isEmpty()) {
      return before.with(table);
    }
    Schema bare = before.with(table.withConstraints(withoutForeignKeys()));
    return bare.with(References.resolved(bare, table));
  }

  private List<Constraint> withoutForeignKeys() {
    return table.constraints().stream().filter(c -> !(c instanceof ForeignKey)).toList();
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropTable(table.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint = Footprint.claiming(table.name());
    for (Column column : table.columns()) {
      footprint = footprint.and(Reach.footprint(table.name(), column));
    }
    for (Constraint constraint : table.constraints()) {
      footprint = footprint.and(new AddConstraint(table.name(), constraint).claims(before));
    }
    for (Index index : table.indexes()) {
      footprint =
          footprint.writing(Cell.of(Aspect.NAME, table.name().sibling(index.requiredName())));
    }
    return footprint;
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.CREATED, ElementName.table(table.name())));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "create " + table;
  }
}
