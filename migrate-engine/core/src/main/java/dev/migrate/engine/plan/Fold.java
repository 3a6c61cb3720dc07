package dev.migrate.engine.plan;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Schema;
import java.util.List;

/** Applies the operations of a revision to a schema, and says whose operation does not fit. */
final class Fold {

  private Fold() {}

  static Schema over(Schema before, String title, RevisionId id, List<Operation> operations) {
    Schema schema = before;
    int number = 0;
    for (Operation operation : operations) {
      number++;
      try {
        schema = operation.applyTo(schema);
      } catch (MigrateException misfit) {
        throw new PlanException(
            Facts.of("revision " + title + " does not fit the schema at its place")
                .with("operation", number + " of " + operations.size() + ": " + operation)
                .with("left", "nothing ran")
                .with("problem", misfit.getMessage()),
            id,
            misfit);
      }
    }
    return schema;
  }
}
