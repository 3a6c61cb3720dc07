package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.engine.names.TakenNames;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which order two revisions can run. Immutable.
 *
 * @param working the orders that work on every database
 * @param isOpen whether there is another order, which works on some databases and not on others, by
 *     their rows or by what they bind a key to
 */
record WorkingOrders(List<List<RevisionId>> working, boolean isOpen) {

  private static final Set<Aspect> OF_ROWS = Set.of(Aspect.ROWS, Aspect.ROW, Aspect.VALUES);

  /** Some databases bind a foreign key to one of several keys or indexes, others to any. */
  private static final Set<Aspect> OF_BINDING = Set.of(Aspect.KEY_OVER, Aspect.INDEX_OVER);

  private static final Set<Aspect> OF_EXISTENCE =
      Set.of(Aspect.COLUMN, Aspect.RELATION, Aspect.NAMESPACE, Aspect.OBJECT);

  private enum Outcome {
    WORKS,
    FAILS,
    DEPENDS
  }

  /** Copies. */
  WorkingOrders {
    working = working.stream().map(List::copyOf).toList();
  }

  static WorkingOrders of(
      RevisionId first,
      RevisionId second,
      List<Operation> ofFirst,
      List<Operation> ofSecond,
      Optional<Schema> base,
      ConflictRules rules) {
    if (base.isEmpty()) {
      return new WorkingOrders(List.of(), false);
    }
    Outcome forth = outcome(ofFirst, ofSecond, base.get(), rules);
    Outcome back = outcome(ofSecond, ofFirst, base.get(), rules);
    List<List<RevisionId>> working = new ArrayList<>();
    if (forth == Outcome.WORKS) {
      working.add(List.of(first, second));
    }
    if (back == Outcome.WORKS) {
      working.add(List.of(second, first));
    }
    return new WorkingOrders(working, forth == Outcome.DEPENDS || back == Outcome.DEPENDS);
  }

  private static Outcome outcome(
      List<Operation> earlier, List<Operation> later, Schema base, ConflictRules rules) {
    InsertedRows rows = new InsertedRows();
    TakenNames<Boolean> names = new TakenNames<>(rules.spaces());
    names.add(base, true);
    List<Operation> operations = new ArrayList<>(earlier);
    operations.addAll(later);
    Footprint before = Footprint.NONE;
    boolean isOpen = false;
    Schema schema = base;
    try {
      for (int i = 0; i < operations.size(); i++) {
        Operation operation = operations.get(i);
        Schema after = operation.applyTo(schema);
        if (!rules.canDo(operation, schema)
            || !isThere(operation, schema)
            || !rows.take(operation, schema)
            || names.apply(operation, schema, after, true).isPresent()) {
          return Outcome.FAILS;
        }
        Footprint footprint = operation.footprint(schema);
        if (i < earlier.size()) {
          before = before.and(footprint);
        } else {
          isOpen |= isOpen(before, footprint, schema);
        }
        schema = after;
      }
    } catch (MigrateException misfit) {
      return Outcome.FAILS;
    }
    return isOpen ? Outcome.DEPENDS : Outcome.WORKS;
  }

  /** Whether the data that raw SQL or code declares is there. */
  private static boolean isThere(Operation operation, Schema schema) {
    Declarations declared =
        operation instanceof RawOperation raw ? raw.declarations() : Declarations.NONE;
    return Stream.concat(declared.reads().stream(), declared.writes().stream())
        .allMatch(
            data ->
                schema.findView(data.table()).isPresent()
                    || schema
                        .findTable(data.table())
                        .filter(
                            table ->
                                data.columns().stream()
                                    .allMatch(column -> table.findColumn(column).isPresent()))
                        .isPresent());
  }

  /** What a text needs is not looked up when it is applied to a schema. */
  private static boolean isGone(Cell cell, Footprint earlier, Footprint later) {
    return OF_EXISTENCE.contains(cell.aspect())
        && later.reads().stream().anyMatch(cell::meets)
        && earlier.writes().stream().anyMatch(cell::meets);
  }

  /**
   * Whether what the one does may make the other fail: with its rows, by a key that is bound, or
   * because it does not state what it does.
   */
  private static boolean isOpen(Footprint earlier, Footprint later, Schema schema) {
    if (earlier.isUnknown() || later.isUnknown()) {
      return true;
    }
    Set<Cell> cells = earlier.clashesWith(later);
    return cells.stream().anyMatch(cell -> isGone(cell, earlier, later))
        || cells.stream().anyMatch(cell -> OF_BINDING.contains(cell.aspect()))
        || cells.stream()
            .filter(cell -> OF_ROWS.contains(cell.aspect()))
            .anyMatch(cell -> !FreeValues.isFree(cell, earlier, later, schema));
  }
}
