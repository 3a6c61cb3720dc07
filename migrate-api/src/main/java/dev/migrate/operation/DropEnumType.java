package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Drops an enum type. Refused as long as a column has it.
 *
 * @param enumType the enum type's name
 */
public record DropEnumType(QualifiedName enumType) implements Operation {

  /** Checks that it is there. */
  public DropEnumType {
    Objects.requireNonNull(enumType, "enumType");
  }

  private List<String> users(Schema before) {
    return before.tables().stream().flatMap(this::usersIn).toList();
  }

  private Stream<String> usersIn(Table table) {
    return table.columns().stream()
        .filter(column -> References.enumTypes(column.type()).anyMatch(enumType::equals))
        .map(column -> "column " + table.name() + "." + column.name());
  }

  @Override
  public Schema applyTo(Schema before) {
    before.enumType(enumType);
    References.requireUnused(
        "the enum type " + enumType, users(before), "drop those columns in an earlier operation");
    return before.without(enumType);
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new CreateEnumType(before.enumType(enumType)));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.claiming(enumType).writing(Cell.of(Aspect.LABELS, enumType));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.DROPPED, ElementName.enumType(enumType)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "drop enum type " + enumType;
  }
}
