package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import java.util.List;

/** Creates a schema (namespace) beside the connection's default one. */
public record CreateSchema(String namespace) implements Operation {

  /** Checks the name. */
  public CreateSchema {
    Required.name("schema", namespace);
  }

  @Override
  public Schema applyTo(Schema before) {
    if (before.hasNamespace(namespace)) {
      throw new SchemaException(
          Facts.of("schema " + namespace + " already exists").next("remove this operation"));
    }
    return before.withNamespace(namespace);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropSchema(namespace));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.NONE.writing(Cell.namespace(namespace));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.CREATED, ElementName.namespace(namespace)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "create schema " + namespace;
  }
}
