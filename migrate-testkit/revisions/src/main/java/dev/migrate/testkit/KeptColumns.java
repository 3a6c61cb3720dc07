package dev.migrate.testkit;

import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The columns in which a revision must leave the rows as they are, by what its operations say.
 * Immutable.
 */
final class KeptColumns {

  private KeptColumns() {}

  /** The columns that an upgrade does not touch. */
  static Map<QualifiedName, List<String>> upwards(PlanStep up) {
    Footprint data = data(up);
    return select(
        up.before(),
        (table, column) ->
            isUntouched(up, table, column) && !writes(data, table.name(), column.name()));
  }

  /** The columns that are restored when an upgrade is followed by its downgrade. */
  static Map<QualifiedName, List<String>> upAndDown(PlanStep up, PlanStep down) {
    Footprint data = data(up).and(data(down));
    boolean lossless = up.dataLoss().isEmpty();
    return select(
        up.before(),
        (table, column) ->
            (lossless || isUntouched(up, table, column))
                && !writes(data, table.name(), column.name()));
  }

  /** Raw SQL or code that does not say which rows it changes. */
  static Optional<Operation> silent(PlanStep step) {
    return dataOperations(step)
        .filter(operation -> writesAnything(operation.footprint(step.before())))
        .findFirst();
  }

  private static Map<QualifiedName, List<String>> select(
      Schema schema, BiPredicate<Table, Column> condition) {
    Map<QualifiedName, List<String>> selected = new TreeMap<>();
    for (Table table : schema.tables()) {
      List<String> columns =
          table.columns().stream()
              .filter(column -> condition.test(table, column))
              .map(Column::name)
              .toList();
      if (!columns.isEmpty()) {
        selected.put(table.name(), columns);
      }
    }
    return selected;
  }

  private static boolean isUntouched(PlanStep step, Table table, Column column) {
    return isCommon(step, table, column) && !isNamed(step, table.name(), column.name());
  }

  private static boolean isCommon(PlanStep step, Table table, Column column) {
    return step.after()
        .findTable(table.name())
        .flatMap(after -> after.findColumn(column.name()))
        .filter(after -> after.type().equals(column.type()))
        .isPresent();
  }

  /** Whether an operation drops or renames it, or gives its name to something else. */
  private static boolean isNamed(PlanStep step, QualifiedName table, String column) {
    return step.operations().stream()
        .flatMap(operation -> operation.elementChanges().stream())
        .filter(change -> isMove(change.kind()))
        .flatMap(change -> Stream.of(change.element(), change.after()))
        .anyMatch(name -> names(name, table, column));
  }

  private static boolean isMove(ElementChange.Kind kind) {
    return switch (kind) {
      case RENAMED, DROPPED -> true;
      case CREATED, ALTERED, ROWS_INSERTED, ROWS_UPDATED, ROWS_DELETED -> false;
    };
  }

  private static boolean names(ElementName name, QualifiedName table, String column) {
    return switch (name.kind()) {
      case SCHEMA -> table.namespace().isPresent();
      case TABLE -> name.object().equals(table);
      case COLUMN -> name.object().equals(table) && name.part().equals(Optional.of(column));
      case ENUM_TYPE, SEQUENCE, VIEW, CONSTRAINT, INDEX -> false;
    };
  }

  /** Those that may change values in rows that were there before. */
  private static Stream<Operation> dataOperations(PlanStep step) {
    return step.operations().stream()
        .filter(
            operation ->
                operation instanceof RawOperation
                    || operation.elementChanges().stream()
                        .anyMatch(change -> changesRows(change.kind())));
  }

  private static boolean changesRows(ElementChange.Kind kind) {
    return switch (kind) {
      case ROWS_UPDATED, ROWS_DELETED -> true;
      case CREATED, ALTERED, RENAMED, DROPPED, ROWS_INSERTED -> false;
    };
  }

  private static Footprint data(PlanStep step) {
    Footprint all = Footprint.NONE;
    Schema schema = step.before();
    List<Operation> relevant = dataOperations(step).toList();
    for (Operation operation : step.operations()) {
      if (relevant.contains(operation)) {
        all = all.and(operation.footprint(schema));
      }
      schema = operation.applyTo(schema);
    }
    return all;
  }

  private static boolean writes(Footprint footprint, QualifiedName table, String column) {
    return writesAnything(footprint)
        || footprint.writes().stream().anyMatch(cell -> isOf(cell, table, column));
  }

  private static boolean writesAnything(Footprint footprint) {
    return footprint.writes().contains(Cell.EVERYTHING);
  }

  private static boolean isOf(Cell cell, QualifiedName table, String column) {
    boolean data = cell.aspect() == Aspect.ROWS || cell.aspect() == Aspect.VALUES;
    return data
        && cell.object().equals(Optional.of(table))
        && (cell.detail().isEmpty() || cell.detail().equals(column));
  }
}
