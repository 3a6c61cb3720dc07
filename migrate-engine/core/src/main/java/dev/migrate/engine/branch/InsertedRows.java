package dev.migrate.engine.branch;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows that revisions insert one after the other, as far as the operations show, and whether
 * they surely violate a key or NOT NULL. What was there before is not known. Not thread-safe.
 */
final class InsertedRows {

  /** The values of each row by column; what the database fills is missing. */
  private final Map<QualifiedName, List<Map<String, Literal>>> rows = new HashMap<>();

  /** Whether an operation can run, as far as the rows show. */
  boolean take(Operation operation, Schema before) {
    if (operation instanceof InsertRows insert) {
      return insert(insert, before.table(insert.table()));
    } else if (operation instanceof AlterColumn alter) {
      return alter.changes().stream()
              .noneMatch(c -> c instanceof NullabilityChange n && !n.nullable())
          || of(alter.table()).stream().noneMatch(row -> isNull(row, alter.column()));
    } else if (operation instanceof AddConstraint add) {
      return add(add.table(), add.constraint());
    } else if (operation instanceof CreateIndex create) {
      return uniqueOver(create.index())
          .filter(key -> !isDistinct(of(create.table()), key))
          .isEmpty();
    }
    forget(operation, before);
    return true;
  }

  private List<Map<String, Literal>> of(QualifiedName table) {
    return rows.getOrDefault(table, List.of());
  }

  private boolean insert(InsertRows insert, Table table) {
    for (Column column : table.columns()) {
      if (column.isRequired() && !insert.columns().contains(column.name())) {
        return false;
      }
    }
    List<Map<String, Literal>> all =
        rows.computeIfAbsent(insert.table(), name -> new ArrayList<>());
    for (Row row : insert.rows()) {
      Map<String, Literal> values = new HashMap<>();
      for (Column column : table.columns()) {
        int index = insert.columns().indexOf(column.name());
        if (index >= 0) {
          // The value of an expression is not known, so that nothing is certain about it.
          if (row.values().get(index) instanceof Literal value) {
            values.put(column.name(), value);
          }
        } else if (isFilledWithNull(column)) {
          values.put(column.name(), Literal.of(null));
        }
      }
      all.add(values);
    }
    return keys(table).allMatch(key -> isDistinct(all, key));
  }

  private static boolean isFilledWithNull(Column column) {
    return column.defaultValue().isEmpty()
        && column.identityMode().isEmpty()
        && column.generated().isEmpty();
  }

  private static Stream<List<String>> keys(Table table) {
    return Stream.concat(
        table.constraints().stream().filter(InsertedRows::isKey).map(Constraint::columns),
        table.indexes().stream().flatMap(index -> uniqueOver(index).stream()));
  }

  private static boolean isKey(Constraint constraint) {
    return constraint instanceof PrimaryKey || constraint instanceof Unique;
  }

  /** The columns of a unique index of all rows. */
  private static Optional<List<String>> uniqueOver(Index index) {
    boolean plain =
        index.isUnique()
            && index.where().isEmpty()
            && index.keys().stream().allMatch(key -> key.column().isPresent() && key.prefix() == 0);
    return plain
        ? Optional.of(
            index.keys().stream().map(IndexKey::column).flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  private static boolean isDistinct(List<Map<String, Literal>> rows, List<String> key) {
    Set<List<Literal>> seen = new HashSet<>();
    for (Map<String, Literal> row : rows) {
      if (row.keySet().containsAll(key) && key.stream().noneMatch(column -> isNull(row, column))) {
        if (!seen.add(key.stream().map(row::get).toList())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isNull(Map<String, Literal> row, String column) {
    Literal value = row.get(column);
    return value != null && value.kind() == Kind.NULL;
  }

  private boolean add(QualifiedName table, Constraint constraint) {
    return !isKey(constraint)
        || (isDistinct(of(table), constraint.columns())
            && !(constraint instanceof PrimaryKey
                && of(table).stream()
                    .anyMatch(row -> constraint.columns().stream().anyMatch(c -> isNull(row, c)))));
  }

  /** Whatever else changes a table or its rows leaves nothing certain about them. */
  private void forget(Operation operation, Schema before) {
    operation
        .footprint(before)
        .writes()
        .forEach(
            cell ->
                cell.object()
                    .ifPresentOrElse(
                        object -> rows.keySet().removeIf(known -> isSame(known, object)),
                        rows::clear));
  }

  private static boolean isSame(QualifiedName one, QualifiedName other) {
    return one.toString().equalsIgnoreCase(other.toString());
  }
}
