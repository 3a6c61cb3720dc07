package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Checks that the elements of a table fit together. */
final class TableRules {

  private TableRules() {}

  /** The elements, each with a name. */
  static <T> List<T> named(
      QualifiedName table, List<T> elements, BiFunction<T, QualifiedName, T> naming) {
    List<T> named = new ArrayList<>(elements.size());
    for (T element : elements) {
      named.add(naming.apply(element, table));
    }
    return List.copyOf(named);
  }

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
    if (options.isEmpty()) {
      return List.of();
    }
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
    int keys = 0;
    for (Constraint constraint : constraints) {
      keys += constraint instanceof PrimaryKey ? 1 : 0;
    }
    if (keys > 1) {
      throw new DefinitionException("the table " + table + " has two primary keys", "keep one");
    }
    if (constraints.size() + indexes.size() <= 1) {
      return;
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
    for (Column column : columns) {
      known.add(column.name());
    }
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
    if (key.isEmpty()) {
      return columns;
    }
    List<Column> required = new ArrayList<>(columns.size());
    for (Column column : columns) {
      required.add(key.contains(column.name()) && column.nullable() ? column.notNull() : column);
    }
    return List.copyOf(required);
  }
}
