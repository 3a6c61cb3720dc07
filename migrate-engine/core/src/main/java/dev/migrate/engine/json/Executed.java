package dev.migrate.engine.json;

import dev.migrate.operation.Declarations;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RowChange;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.Undo;
import dev.migrate.operation.UpdateRows;
import java.util.List;
import java.util.Optional;

/**
 * The part of an operation that runs. What raw SQL and code declare (what they read, write and
 * mean), and what a downgrade does about an operation, can be corrected after it was applied: the
 * database is the same. Two are equal if the same ran.
 *
 * @param operation the operation without what can be corrected
 */
record Executed(Operation operation) {

  Executed {
    operation = bare(operation);
  }

  static List<Executed> of(List<Operation> operations) {
    return operations.stream().map(Executed::new).toList();
  }

  private static Operation bare(Operation operation) {
    if (operation instanceof ExecuteSql raw) {
      return new ExecuteSql(
          raw.sql(), raw.only(), Declarations.NONE, Undo.NOT_STATED, List.of(), false, false);
    } else if (operation instanceof RunCode code) {
      return new RunCode(
          code.label(),
          code.version(),
          Declarations.NONE,
          Undo.NOT_STATED,
          Optional.empty(),
          Optional.empty());
    } else if (operation instanceof UpdateRows update) {
      RowChange change = update.change();
      return new UpdateRows(
          update.table(), new RowChange(change.assignments(), change.conditions(), false));
    }
    return operation;
  }
}
