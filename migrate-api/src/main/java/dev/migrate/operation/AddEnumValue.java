package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a label to an enum type, at the end or before another label.
 *
 * @param enumType the enum type's name
 * @param label the new label
 * @param successor the label before which it stands; empty for the end
 */
public record AddEnumValue(QualifiedName enumType, String label, Optional<String> successor)
    implements Operation {

  /** Checks the labels. */
  public AddEnumValue {
    Objects.requireNonNull(enumType, "enumType");
    Required.label(label);
    successor.ifPresent(Required::label);
  }

  @Override
  public Schema applyTo(Schema before) {
    List<String> labels = new ArrayList<>(before.enumType(enumType).labels());
    int position = successor.map(labels::indexOf).orElse(labels.size());
    if (labels.contains(label) || position < 0) {
      throw new SchemaException(
          Facts.of(
                  position < 0
                      ? "the enum type " + enumType + " has no label " + successor.orElseThrow()
                      : "the enum type " + enumType + " already has the label " + label)
              .list("labels", labels)
              .next("correct the label, or remove this operation"));
    }
    labels.add(position, label);
    return before.with(before.enumType(enumType).withLabels(labels));
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.none(
        "rows may have the label "
            + label
            + ", so it is never taken away; override downgrade(…), and leave it empty to keep the"
            + " label");
  }

  @Override
  public Footprint footprint(Schema before) {
    Footprint footprint =
        Footprint.within(enumType)
            .writing(
                Cell.of(Aspect.LABELS, enumType, label), Cell.of(Aspect.LABEL_ORDER, enumType));
    return successor
        .map(next -> footprint.reading(Cell.of(Aspect.LABELS, enumType, next)))
        .orElse(footprint);
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ALTERED, ElementName.enumType(enumType)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "add label "
        + label
        + " to enum type "
        + enumType
        + successor.map(s -> " before " + s).orElse("");
  }
}
