package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Gives an index another name.
 *
 * @param table the table's name
 * @param index the index's name
 * @param newName its new name
 */
public record RenameIndex(QualifiedName table, String index, String newName) implements Operation {

  /** Checks the names. */
  public RenameIndex {
    Objects.requireNonNull(table, "table");
    Required.name("index", index);
    Required.name("index", newName);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    Index renamed = owner.index(index).named(newName);
    if (owner.findIndex(newName).isPresent()) {
      throw new SchemaException(
          Facts.of("the table " + table + " already has an index " + newName)
              .next("choose another name, or drop that index first"));
    }
    return before.with(
        owner.withIndexes(
            owner.indexes().stream()
                .map(known -> known.requiredName().equals(index) ? renamed : known)
                .toList()));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameIndex(table, newName, index));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.within(table)
        .writing(
            Cell.of(Aspect.INDEX, table, index),
            Cell.of(Aspect.INDEX, table, newName),
            Cell.of(Aspect.NAME, table.sibling(index)),
            Cell.of(Aspect.NAME, table.sibling(newName)));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.index(table, index), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename index " + index + " of table " + table + " to " + newName;
  }
}
