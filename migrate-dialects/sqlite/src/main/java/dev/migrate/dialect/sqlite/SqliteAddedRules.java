package dev.migrate.dialect.sqlite;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import java.util.HashSet;
import java.util.Set;

/**
 * The rules for rows that operations on one table have added. A rebuild checks the rows once,
 * against the rules that hold at its end: what takes a rule back, or changes the values that it is
 * about, has to wait for the next rebuild, or rows would pass that none of the operations would let
 * pass by itself. Not thread-safe.
 */
final class SqliteAddedRules {

  private final Set<String> constraints = new HashSet<>();
  private final Set<String> indexes = new HashSet<>();
  private final Set<String> required = new HashSet<>();

  /** Whether an operation takes back an added rule, or changes values under one. */
  boolean areTakenBackBy(Operation operation) {
    if (operation instanceof DropConstraint drop) {
      return constraints.contains(drop.constraint());
    } else if (operation instanceof DropIndex drop) {
      return indexes.contains(drop.index());
    } else if (operation instanceof AlterColumn alter) {
      return (SqliteTableChanges.converts(alter) && !isEmpty())
          || (required.contains(alter.column()) && changesValues(alter));
    }
    return false;
  }

  private boolean isEmpty() {
    return constraints.isEmpty() && indexes.isEmpty() && required.isEmpty();
  }

  private static boolean changesValues(AlterColumn alter) {
    return alter.changes().stream()
        .anyMatch(change -> change instanceof NullabilityChange || change instanceof DefaultChange);
  }

  /** Keeps in mind what an operation demands of the rows. */
  void add(Operation operation) {
    if (operation instanceof AddConstraint add) {
      constraints.add(add.constraint().requiredName());
      if (add.constraint() instanceof PrimaryKey key) {
        required.addAll(key.columns());
      }
    } else if (operation instanceof ValidateConstraint validate) {
      constraints.add(validate.constraint());
    } else if (operation instanceof RenameConstraint rename) {
      rename(constraints, rename.constraint(), rename.newName());
    } else if (operation instanceof CreateIndex create) {
      indexes.add(create.index().requiredName());
    } else if (operation instanceof RenameIndex rename) {
      rename(indexes, rename.index(), rename.newName());
    } else if (operation instanceof AddColumn add && isRequired(add.column())) {
      required.add(add.column().name());
    } else if (operation instanceof AlterColumn alter
        && alter.changes().contains(new NullabilityChange(false))) {
      required.add(alter.column());
    }
  }

  private static void rename(Set<String> names, String from, String to) {
    if (names.remove(from)) {
      names.add(to);
    }
  }

  private static boolean isRequired(Column column) {
    return !column.nullable() && column.defaultValue().isEmpty();
  }
}
