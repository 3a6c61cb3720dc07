package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * Gives a label of an enum type another text. Rows that have it follow.
 *
 * @param enumType the enum type's name
 * @param label the label
 * @param newLabel its new text
 */
public record RenameEnumValue(QualifiedName enumType, String label, String newLabel)
    implements Operation {

  @Override
  public Schema applyTo(Schema before) {
    List<String> labels = before.enumType(enumType).labels();
    if (!labels.contains(label) || labels.contains(newLabel)) {
      throw new SchemaException(
          Facts.of(
                  labels.contains(label)
                      ? "the enum type " + enumType + " already has the label " + newLabel
                      : "the enum type " + enumType + " has no label " + label)
              .with("labels", String.join(", ", labels))
              .next("correct the label, or remove this operation"));
    }
    return before.with(
        new EnumType(enumType, labels.stream().map(l -> l.equals(label) ? newLabel : l).toList()));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameEnumValue(enumType, newLabel, label));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.within(enumType).writing(Cell.of(Aspect.LABELS, enumType));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "rename label " + label + " of enum type " + enumType + " to " + newLabel;
  }
}
