package dev.migrate.operation;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaRenaming;
import java.util.List;
import java.util.Objects;

/**
 * Gives a view another name. Refused as long as another view sees it.
 *
 * @param view its name
 * @param newName its new name in the same schema
 */
public record RenameView(QualifiedName view, String newName) implements Operation {

  /** Checks the names. */
  public RenameView {
    Objects.requireNonNull(view, "view");
    Required.name("view", newName);
  }

  private QualifiedName renamed() {
    return view.sibling(newName);
  }

  @Override
  public Schema applyTo(Schema before) {
    before.view(view);
    before.requireFree(renamed());
    References.requireUnused(
        "the view " + view,
        References.viewsOf(before, view, ""),
        "drop the other view first, and create it again afterwards");
    return new SchemaRenaming(before).view(view, newName);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameView(renamed(), view.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.claiming(view).claimingToo(renamed());
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.view(view), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename view " + view + " to " + newName;
  }
}
