package dev.migrate.testkit;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;

/**
 * An operation, and a schema that it fits.
 *
 * @param name what it is a sample of
 * @param before the schema before it
 * @param operation the operation
 */
record Sample(String name, Schema before, Operation operation) {

  /** Whether the operation can succeed on tables that have rows. */
  boolean worksWithRows() {
    return !(operation instanceof AddColumn added && added.column().isRequired());
  }

  /** Whether the rows are the same after the operation was undone. */
  boolean keepsRows() {
    return operation.dataLoss().isEmpty();
  }
}
