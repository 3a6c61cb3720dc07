package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Creates a view. */
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

  /** A {@code *} stands for the columns that are there now; later ones are not seen. */
  private View seeing(Schema before) {
    boolean wildcard = References.hasWildcard(view);
    List<DataReference> seen = new ArrayList<>();
    for (DataReference data : view.reads()) {
      Optional<Table> table = before.findTable(data.table());
      seen.add(
          wildcard && data.columns().isEmpty() && table.isPresent()
              ? new DataReference(
                  data.table(), table.get().columns().stream().map(Column::name).toList())
              : data);
    }
    return view.withReads(seen);
  }

  @Override
  public Schema applyTo(Schema before) {
    before.requireFree(view.name());
    for (DataReference data : view.reads()) {
      requireThere(before, data);
    }
    return before.with(seeing(before));
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
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.CREATED, ElementName.view(view.name())));
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
