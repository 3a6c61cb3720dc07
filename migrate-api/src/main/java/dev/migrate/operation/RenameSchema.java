package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaRenaming;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Locale;

/**
 * Gives a schema (namespace) another name. Everything in it, and all that refers to it, follows.
 */
public record RenameSchema(String namespace, String newName) implements Operation {

  /** Checks the names. */
  public RenameSchema {
    Required.name("schema", namespace);
    Required.name("schema", newName);
  }

  private boolean isInside(QualifiedName name) {
    return name.namespace().filter(namespace::equals).isPresent();
  }

  private boolean seesInto(View view) {
    return view.reads().isEmpty()
        ? view.query().filter(query -> query.mentions(namespace) && hasPrefix(query)).isPresent()
        : view.reads().stream().anyMatch(data -> isInside(data.table()));
  }

  private boolean hasPrefix(Expression query) {
    return query.text().toLowerCase(Locale.ROOT).contains(namespace.toLowerCase(Locale.ROOT) + ".");
  }

  @Override
  public Schema applyTo(Schema before) {
    before.requireNamespace(namespace);
    if (before.hasNamespace(newName)) {
      throw new SchemaException(
          Facts.of("schema " + newName + " already exists").next("choose another name"));
    }
    List<String> views =
        before.views().stream().filter(this::seesInto).map(view -> "view " + view.name()).toList();
    References.requireUnused(
        "the schema " + namespace, views, "drop the views first, and create them again afterwards");
    return new SchemaRenaming(before).namespace(namespace, newName);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameSchema(newName, namespace));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.NONE.writing(Cell.namespace(namespace), Cell.namespace(newName));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.renamed(ElementName.namespace(namespace), newName));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename schema " + namespace + " to " + newName;
  }
}
