package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;
import java.util.Objects;

/**
 * Creates a view.
 *
 * @param view the view
 */
public record CreateView(View view) implements Operation {

  /** Checks that it is there. */
  public CreateView {
    Objects.requireNonNull(view, "view");
  }

  private void requireThere(Schema before, DataReference data) {
    if (before.findView(data.table()).isEmpty()) {
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
          footprint.reading(Cell.of(Aspect.RELATION, data.table())).and(Reach.columns(data));
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
