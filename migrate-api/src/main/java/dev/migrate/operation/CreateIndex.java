package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates an index.
 *
 * @param table the table's name
 * @param index the index; named after the table where it has no name
 */
public record CreateIndex(QualifiedName table, Index index) implements Operation {

  /** Names the index. */
  public CreateIndex {
    index = index.namedIn(table);
  }

  @Override
  public Schema applyTo(Schema before) {
    Table owner = before.table(table);
    index.columns().forEach(owner::column);
    if (owner.findIndex(index.requiredName()).isPresent()) {
      throw new SchemaException(
          Facts.of("the table " + table + " already has an index " + index.requiredName())
              .with("added", index.toString())
              .next("remove this operation, drop the other before, or name this one"));
    }
    List<Index> all = new ArrayList<>(owner.indexes());
    all.add(index);
    return before.with(owner.withIndexes(all));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropIndex(table, index.requiredName()));
  }

  @Override
  public Footprint footprint(Schema before) {
    boolean opaque =
        index.where().isPresent()
            || index.keys().stream().anyMatch(key -> key.expression().isPresent());
    List<String> columns = opaque ? List.of() : index.columns();
    Footprint footprint =
        Footprint.within(table)
            .readingColumns(table, index.columns())
            .writing(
                Cell.of(Aspect.INDEX, table, index.requiredName()),
                Cell.over(Aspect.INDEX_OVER, table, index.columns()));
    if (opaque) {
      footprint = footprint.reading(Cell.of(Aspect.COLUMN_COUNT, table));
    }
    return index.isUnique()
        ? footprint
            .readingData(new DataReference(table, columns))
            .writing(Cell.over(Aspect.KEY_OVER, table, index.columns()))
        : footprint;
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "create " + index + " on table " + table;
  }
}
