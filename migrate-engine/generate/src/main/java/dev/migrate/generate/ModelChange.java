package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.ModelComparison;
import dev.migrate.model.Rename;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What the revisions lack to make what a model declares. Immutable.
 *
 * @param before the schema of the revisions
 * @param model what the model declares
 * @param operations what is missing, in order
 */
record ModelChange(Schema before, DeclaredSchema model, List<Operation> operations) {

  ModelChange {
    operations = List.copyOf(operations);
  }

  static ModelChange of(Schema before, SchemaSource source, Dialect dialect) {
    List<Operation> operations = new ArrayList<>();
    Schema renamed = before;
    for (Rename rename : source.declared(dialect, before).renames()) {
      if (isOpen(rename, renamed)) {
        Operation operation = RenameOperations.of(rename);
        operations.add(operation);
        renamed = operation.applyTo(renamed);
      }
    }
    DeclaredSchema model = source.declared(dialect, renamed);
    Schema target = ModelComparison.of(renamed, model, dialect).target();
    operations.addAll(SchemaOperations.between(renamed, target));
    for (InsertRows rows : model.rows()) {
      if (renamed.findTable(rows.table()).isEmpty() && target.findTable(rows.table()).isPresent()) {
        operations.add(rows);
      }
    }
    return new ModelChange(before, model, operations);
  }

  /** A model keeps its hints after the element has been renamed. */
  private static boolean isOpen(Rename rename, Schema schema) {
    ElementName from = rename.from();
    return schema.has(from) && !schema.has(from.withName(rename.to()));
  }
}
