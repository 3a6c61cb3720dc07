package dev.migrate.engine.merge;

import dev.migrate.RevisionId;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In which order two revisions can run. Immutable.
 *
 * @param working the orders that work whatever rows a database has
 * @param rowsDecide whether there is another order, which works with some rows and not with others
 */
record Orders(List<List<RevisionId>> working, boolean rowsDecide) {

  private static final Set<Aspect> OF_ROWS = Set.of(Aspect.ROWS, Aspect.ROW, Aspect.VALUES);

  private enum Outcome {
    WORKS,
    FAILS,
    DEPENDS_ON_ROWS
  }

  /** Copies. */
  Orders {
    working = working.stream().map(List::copyOf).toList();
  }

  static Orders of(
      RevisionId first,
      RevisionId second,
      List<Operation> ofFirst,
      List<Operation> ofSecond,
      Optional<Schema> base) {
    if (base.isEmpty()) {
      return new Orders(List.of(), false);
    }
    Outcome forth = outcome(ofFirst, ofSecond, base.get());
    Outcome back = outcome(ofSecond, ofFirst, base.get());
    List<List<RevisionId>> working = new ArrayList<>();
    if (forth == Outcome.WORKS) {
      working.add(List.of(first, second));
    }
    if (back == Outcome.WORKS) {
      working.add(List.of(second, first));
    }
    return new Orders(
        working, forth == Outcome.DEPENDS_ON_ROWS || back == Outcome.DEPENDS_ON_ROWS);
  }

  private static Outcome outcome(List<Operation> earlier, List<Operation> later, Schema base) {
    InsertedRows rows = new InsertedRows();
    List<Operation> operations = new ArrayList<>(earlier);
    operations.addAll(later);
    Footprint before = Footprint.NONE;
    boolean dependsOnRows = false;
    Schema schema = base;
    try {
      for (int i = 0; i < operations.size(); i++) {
        Operation operation = operations.get(i);
        if (!rows.take(operation, schema)) {
          return Outcome.FAILS;
        }
        Footprint footprint = operation.footprint(schema);
        if (i < earlier.size()) {
          before = before.and(footprint);
        } else {
          dependsOnRows |= rowsDecide(before, footprint, schema);
        }
        schema = operation.applyTo(schema);
      }
    } catch (MigrateException misfit) {
      return Outcome.FAILS;
    }
    return dependsOnRows ? Outcome.DEPENDS_ON_ROWS : Outcome.WORKS;
  }

  /**
   * Whether what the one does to rows, or demands of them, may make the other fail; so may whatever
   * does not state what it does.
   */
  private static boolean rowsDecide(Footprint earlier, Footprint later, Schema schema) {
    return earlier.isUnknown()
        || later.isUnknown()
        || earlier.clashesWith(later).stream()
            .filter(cell -> OF_ROWS.contains(cell.aspect()))
            .anyMatch(cell -> !FreeValues.isFree(cell, earlier, later, schema));
  }
}
