package dev.migrate.operation;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaRenaming;
import dev.migrate.schema.Table;
import dev.migrate.schema.VaryingDefault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Gives a label of an enum type another text. Rows and defaults that have it follow.
 *
 * @param enumType the enum type's name
 * @param label the label
 * @param newLabel its new text
 */
public record RenameEnumValue(QualifiedName enumType, String label, String newLabel)
    implements Operation {

  /** Checks the labels. */
  public RenameEnumValue {
    Objects.requireNonNull(enumType, "enumType");
    Required.label(label);
    Required.label(newLabel);
  }

  @Override
  public Schema applyTo(Schema before) {
    List<String> labels = before.enumType(enumType).labels();
    if (!labels.contains(label) || labels.contains(newLabel)) {
      throw new SchemaException(
          Facts.of(
                  labels.contains(label)
                      ? "the enum type " + enumType + " already has the label " + newLabel
                      : "the enum type " + enumType + " has no label " + label)
              .list("labels", labels)
              .next("correct the label, or remove this operation"));
    }
    Schema renamed = new SchemaRenaming(before).label(enumType, label, newLabel);
    for (Table table : renamed.tables()) {
      for (Column column : table.columns()) {
        if (References.enumTypes(column.type()).anyMatch(enumType::equals)) {
          Column followed = column.withDefault(column.defaultValue().map(this::followed));
          renamed = renamed.with(renamed.table(table.name()).withColumn(column.name(), followed));
        }
      }
    }
    return renamed;
  }

  private DefaultValue followed(DefaultValue value) {
    if (value instanceof VaryingDefault varying) {
      Map<DialectName, DefaultValue> variants = new TreeMap<>();
      varying.variants().forEach((dialect, variant) -> variants.put(dialect, followed(variant)));
      return new VaryingDefault(followed(varying.standard()), variants);
    }
    return value.equals(Literal.of(label)) ? Literal.of(newLabel) : value;
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.of(new RenameEnumValue(enumType, newLabel, label));
  }

  @Override
  public Footprint footprint(Schema before) {
    return Footprint.within(enumType)
        .writing(
            Cell.of(Aspect.LABELS, enumType, label), Cell.of(Aspect.LABELS, enumType, newLabel));
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
    return "rename label " + label + " of enum type " + enumType + " to " + newLabel;
  }
}
