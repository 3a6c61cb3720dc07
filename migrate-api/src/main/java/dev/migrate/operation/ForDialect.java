package dev.migrate.operation;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Objects;

/**
 * A group of operations that belongs to one dialect. Nothing on every other, and nothing where no
 * dialect is known.
 */
public record ForDialect(DialectName dialect, List<Operation> operations) implements Operation {

  /** Copies. */
  public ForDialect {
    Objects.requireNonNull(dialect, "dialect");
    operations = List.copyOf(operations);
  }

  @Override
  public List<Operation> on(List<DialectName> names) {
    return names.contains(dialect)
        ? operations.stream().flatMap(operation -> operation.on(names).stream()).toList()
        : List.of();
  }

  @Override
  public Schema applyTo(Schema before) {
    return before;
  }

  @Override
  public Inverse inverse(Schema before) {
    return Inverse.none(
        "the operations for " + dialect + " can be undone only where the dialect is known");
  }

  /**
   * Of all operations in the group, whether or not the dialect is the one at hand; unknown where
   * they build on what only that dialect has.
   */
  @Override
  public Footprint footprint(Schema before) {
    try {
      return Footprint.ofAll(operations, before);
    } catch (MigrateException elsewhere) {
      return Footprint.UNKNOWN;
    }
  }

  /** Of all operations in the group, whether or not the dialect is the one at hand. */
  @Override
  public List<ElementChange> elementChanges() {
    return operations.stream().flatMap(part -> part.elementChanges().stream()).toList();
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "on " + dialect + ": " + operations;
  }
}
