package dev.migrate.generate;

import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from one schema to another: the operations so far, and the schema that they have made.
 */
final class Transition {

  private final Schema target;
  private final AffectedColumns affected;
  private final List<Operation> operations = new ArrayList<>();
  private Schema current;

  Transition(Schema from, Schema target) {
    this.current = from;
    this.target = target;
    this.affected = AffectedColumns.between(from, target);
  }

  Schema current() {
    return current;
  }

  Schema target() {
    return target;
  }

  /** The columns that do not stay as they are. */
  AffectedColumns affected() {
    return affected;
  }

  /** The tables that are in both schemas, as they are now. */
  List<Table> kept() {
    return current.tables().stream()
        .filter(table -> target.findTable(table.name()).isPresent())
        .toList();
  }

  /** The tables that are in both schemas and not as they will be. */
  List<Table> changing() {
    return current.tables().stream()
        .filter(
            table ->
                target.findTable(table.name()).filter(after -> !after.equals(table)).isPresent())
        .toList();
  }

  Optional<Table> targetOf(Table table) {
    return target.findTable(table.name());
  }

  Table now(QualifiedName table) {
    return current.table(table);
  }

  void add(Operation operation) {
    current = operation.applyTo(current);
    operations.add(operation);
  }

  /** The operations, once they have made the target. */
  List<Operation> finished() {
    if (!current.equals(target)) {
      throw new SchemaException(
          Facts.of("no operation makes a part of the difference")
              .with("remaining", SchemaDifference.between(target, current).toString())
              .next("make this change with raw SQL, or leave it out"));
    }
    return List.copyOf(operations);
  }
}
