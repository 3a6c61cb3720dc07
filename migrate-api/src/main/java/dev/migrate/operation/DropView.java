package dev.migrate.operation;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Objects;

/**
 * Drops a view. Refused as long as another view sees it.
 *
 * @param view the view's name
 */
public record DropView(QualifiedName view) implements Operation {

  /** Checks that it is there. */
  public DropView {
    Objects.requireNonNull(view, "view");
  }

  @Override
  public Schema applyTo(Schema before) {
    before.view(view);
    References.requireUnused(
        "the view " + view,
        References.viewsOf(before, view, ""),
        "drop the other view in an earlier operation");
    return before.without(view);
  }

  @Override
  public Inverse inverse(Schema before) {
    View dropped = before.view(view);
    return dropped.query().isPresent()
        ? Inverse.of(new CreateView(dropped))
        : Inverse.none("the query of view " + view + " is not known; override downgrade(…)");
  }

  @Override
  public Footprint footprint(Schema before) {
    View dropped = before.view(view);
    return new CreateView(dropped).footprint(before);
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.view(view)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "drop view " + view;
  }
}
