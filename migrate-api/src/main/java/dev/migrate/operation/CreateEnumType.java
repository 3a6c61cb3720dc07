package dev.migrate.operation;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;

/** Creates an enum type. */
public record CreateEnumType(EnumType enumType) implements Operation {

  /** Checks that it is there. */
  public CreateEnumType {
    Objects.requireNonNull(enumType, "enumType");
  }

  @Override
  public Schema applyTo(Schema before) {
    before.requireFree(enumType.name());
    return before.with(enumType);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new DropEnumType(enumType.name()));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.claiming(enumType.name());
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.CREATED, ElementName.enumType(enumType.name())));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "create " + enumType;
  }
}
