package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Objects;
import java.util.Optional;

/**
 * Another type of values.
 *
 * @param type the type, of whole numbers; empty for bigint
 */
public record ValueTypeChange(Optional<DataType> type) implements SequenceChange {

  /**
   * Checks the type.
   *
   * @throws DefinitionException if it certainly has other values than whole numbers
   */
  public ValueTypeChange {
    Objects.requireNonNull(type, "type");
    if (type.filter(ValueTypeChange::isOther).isPresent()) {
      throw new DefinitionException(
          "a sequence has no values of the type " + type.get(),
          "give it smallint(), integer() or bigint()");
    }
  }

  private static boolean isOther(DataType type) {
    if (type instanceof VaryingType varying) {
      return varying.variants().values().stream().anyMatch(ValueTypeChange::isOther)
          || isOther(varying.standard());
    } else if (type instanceof DecimalType decimal) {
      return decimal.scale() != 0;
    }
    return !(type instanceof NativeType)
        && !(type instanceof SimpleType simple && simple.isWholeNumber());
  }

  @Override
  public <R> R accept(SequenceChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Sequence applyTo(Sequence sequence) {
    return sequence.withType(type);
  }

  @Override
  public SequenceChange restoring(Sequence before) {
    return new ValueTypeChange(before.type());
  }

  @Override
  public String toString() {
    return type.map(value -> "value type " + value).orElse("no value type");
  }
}
