package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks that the elements of a table fit together. */
final class TableRules {

  private TableRules() {}

  static List<Column> distinctColumns(QualifiedName table, List<Column> columns) {
    if (columns.isEmpty()) {
      throw new DefinitionException("the table " + table + " has no column", "give it one");
    }
    Set<String> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new DefinitionException(
            "the table " + table + " has the column " + column.name() + " twice", "keep one");
      }
    }
    return List.copyOf(columns);
  }

  static List<TableOption> distinctOptions(QualifiedName table, List<TableOption> options) {
    Set<DialectName> seen = new HashSet<>();
    for (TableOption option : options) {
      if (!seen.add(option.dialect())) {
        throw new DefinitionException(
            "the table " + table + " has two options on " + option.dialect(),
            "combine them into one");
      }
    }
    return List.copyOf(options);
  }

  static void requireDistinctNames(
      QualifiedName table, List<Constraint> constraints, List<Index> indexes) {
    if (constraints.stream().filter(PrimaryKey.class::isInstance).count() > 1) {
      throw new DefinitionException("the table " + table + " has two primary keys", "keep one");
    }
    Set<String> seen = new HashSet<>();
    for (Constraint constraint : constraints) {
      if (!seen.add(constraint.requiredName())) {
        throw new DefinitionException(
            "the table " + table + " has two constraints " + constraint.requiredName(),
            "name one of them with named(…)");
      }
    }
    seen.clear();
    for (Index index : indexes) {
      if (!seen.add(index.requiredName())) {
        throw new DefinitionException(
            "the table " + table + " has two indexes " + index.requiredName(),
            "name one of them with named(…)");
      }
    }
  }

  static void requireKnownColumns(
      QualifiedName table,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes) {
    if (constraints.isEmpty() && indexes.isEmpty()) {
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    columns.forEach(column -> known.add(column.name()));
    for (Constraint constraint : constraints) {
      requireKnown(table, constraint, constraint.usedColumns(), known);
    }
    for (Index index : indexes) {
      requireKnown(table, index, index.columns(), known);
    }
  }

  private static void requireKnown(
      QualifiedName table, TableElement who, List<String> wanted, Set<String> known) {
    for (String column : wanted) {
      if (!known.contains(column)) {
        throw new DefinitionException(
            Facts.of("there is no column \"" + column + "\" in table " + table)
                .with("needed by", who.toString())
                .known(column, List.copyOf(known))
                .next("correct the name, or add the column first"));
      }
    }
  }

  static List<Column> notNullInKey(List<Column> columns, List<Constraint> constraints) {
    Set<String> key = new HashSet<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey) {
        key.addAll(constraint.columns());
      }
    }
    return key.isEmpty()
        ? columns
        : columns.stream()
            .map(
                column ->
                    key.contains(column.name()) && column.nullable() ? column.notNull() : column)
            .toList();
  }
}
