package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;

/**
 * Creates a view.
 *
 * @param view the view
 */
public record CreateView(View view) implements Operation {

  private void requireThere(Schema before, DataReference data) {
    if (before.views().stream().noneMatch(other -> other.name().equals(data.table()))) {
      data.columns().forEach(before.table(data.table())::column);
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    before.requireFree(view.name());
    for (DataReference data : view.reads()) {
      requireThere(before, data);
    }
    return before.with(view);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropView(view.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint =
        Footprint.claiming(view.name()).writing(Cell.of(Aspect.QUERY, view.name()));
    if (view.reads().isEmpty()) {
      return footprint.reading(Cell.EVERYTHING);
    }
    for (DataReference data : view.reads()) {
      footprint =
          data.columns().isEmpty()
              ? footprint.reading(
                  Cell.of(Aspect.RELATION, data.table()),
                  Cell.of(Aspect.COLUMN_COUNT, data.table()),
                  Cell.of(Aspect.COLUMN, data.table()),
                  Cell.of(Aspect.COLUMN_TYPE, data.table()))
              : footprint
                  .reading(Cell.of(Aspect.RELATION, data.table()))
                  .readingColumns(data.table(), data.columns());
    }
    return footprint;
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "create " + view;
  }
}
