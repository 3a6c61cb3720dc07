package dev.migrate.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A new type.
 *
 * @param using how values are converted, on databases that support it
 */
public record TypeChange(DataType type, Optional<Expression> using) implements ColumnChange {

  /** Checks for null. */
  public TypeChange {
    Objects.requireNonNull(type, "type");
  }

  /**
   * Sets how values are converted, on databases that support it (PostgreSQL's {@code USING}).
   *
   * @param conversion the new value, computed from the old one
   */
  public TypeChange using(String conversion) {
    return new TypeChange(type, Optional.of(Expression.of(conversion)));
  }

  /**
   * Sets how values are converted, with variants for dialects.
   *
   * @param conversion the new value, computed from the old one
   */
  public TypeChange using(Expression conversion) {
    return new TypeChange(type, NameRules.given("conversion", conversion));
  }

  @Override
  public <R> R accept(ColumnChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /** Drops the collation if the new type certainly has none, such as a number. */
  @Override
  public Column applyTo(Column column) {
    Column changed = column.withType(type);
    return column.collation().isPresent() && !isCollatable(type)
        ? changed.withCollation(Optional.empty())
        : changed;
  }

  private static boolean isCollatable(DataType type) {
    if (type instanceof VaryingType varying) {
      return varying.variants().values().stream().anyMatch(TypeChange::isCollatable)
          || isCollatable(varying.standard());
    } else if (type instanceof ArrayType array) {
      return isCollatable(array.element());
    }
    return type == SimpleType.TEXT
        || type instanceof CharacterType
        || type instanceof EnumReference
        || type instanceof EnumLabels
        || type instanceof NativeType;
  }

  @Override
  public ColumnChange restoring(Column before) {
    return new TypeChange(before.type(), Optional.empty());
  }

  @Override
  public String toString() {
    return "type " + type;
  }
}
