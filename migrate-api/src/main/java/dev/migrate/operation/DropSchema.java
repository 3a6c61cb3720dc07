package dev.migrate.operation;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;

/** Drops a schema (namespace). Refused unless it is empty. */
public record DropSchema(String namespace) implements Operation {

  /** Checks the name. */
  public DropSchema {
    Required.name("schema", namespace);
  }

  @Override
  public Schema applyTo(Schema before) {
    before.requireNamespace(namespace);
    List<String> users =
        before.names().stream()
            .filter(name -> name.namespace().filter(namespace::equals).isPresent())
            .map(QualifiedName::toString)
            .toList();
    References.requireUnused(
        "the schema " + namespace, users, "drop what is in it in an earlier operation");
    return before.withoutNamespace(namespace);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new CreateSchema(namespace));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.NONE.writing(Cell.namespace(namespace));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.namespace(namespace)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "drop schema " + namespace;
  }
}
