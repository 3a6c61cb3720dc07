package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Generated;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Changes of tables: which of them {@code ALTER TABLE} can make, and which of those that it cannot
 * are made together. Immutable.
 *
 * @param tables how tables are written
 * @param createIndex writes an index of a table in a schema
 */
record SqliteChanges(SqliteTables tables, BiFunction<CreateIndex, Schema, String> createIndex) {

  /**
   * As many as change the same table, up to the last one for which it is rebuilt. Renaming and
   * dropping a column is left to SQLite, which looks at triggers and renames in them. One copy of
   * the rows makes of each value what the operations make of it one after the other: so a value
   * that is converted is converted once.
   */
  int together(List<Operation> operations, Schema before) {
    Optional<QualifiedName> table = changed(operations.get(0));
    Set<String> made = new HashSet<>();
    int last = 1;
    for (int i = 0; i < operations.size() && table.isPresent(); i++) {
      Operation operation = operations.get(i);
      if (!changed(operation).equals(table) || !canJoin(operation, made)) {
        break;
      }
      last = isRebuild(operation) ? i + 1 : last;
    }
    return last;
  }

  /** Whether the copy can make its values too, and which columns have values that it makes. */
  private static boolean canJoin(Operation operation, Set<String> made) {
    if (operation instanceof AddColumn add) {
      made.add(add.column().name());
    } else if (operation instanceof AlterColumn alter && converts(alter)) {
      boolean computes = alter.changes().stream().anyMatch(SqliteChanges::computes);
      boolean first = computes ? made.isEmpty() : !made.contains(alter.column());
      made.add(alter.column());
      return first;
    }
    return true;
  }

  private static boolean converts(AlterColumn operation) {
    return operation.changes().stream()
        .anyMatch(change -> change instanceof TypeChange || change instanceof IdentityChange);
  }

  private static boolean computes(ColumnChange change) {
    return change instanceof TypeChange type && type.using().isPresent();
  }

  /** The table of an operation that can be part of rebuilding it. */
  private static Optional<QualifiedName> changed(Operation operation) {
    if (operation instanceof AddColumn add) {
      return Optional.of(add.table());
    } else if (operation instanceof AlterColumn alter) {
      return Optional.of(alter.table());
    } else if (operation instanceof AddConstraint add) {
      return Optional.of(add.table());
    } else if (operation instanceof RenameConstraint rename) {
      return Optional.of(rename.table());
    } else if (operation instanceof ValidateConstraint validate) {
      return Optional.of(validate.table());
    } else if (operation instanceof DropConstraint drop) {
      return Optional.of(drop.table());
    } else if (operation instanceof CreateIndex create) {
      return Optional.of(create.table());
    } else if (operation instanceof RenameIndex rename) {
      return Optional.of(rename.table());
    } else if (operation instanceof DropIndex drop) {
      return Optional.of(drop.table());
    }
    return operation instanceof CommentOnTable comment
        ? Optional.of(comment.table())
        : Optional.empty();
  }

  private boolean isRebuild(Operation operation) {
    return operation instanceof AlterColumn
        || operation instanceof AddConstraint
        || operation instanceof RenameConstraint
        || operation instanceof DropConstraint
        || (operation instanceof AddColumn add && !canBeAdded(add.column()));
  }

  /**
   * {@code ADD COLUMN} takes constants as defaults, and computes when read.
   *
   * @see <a href="https://www.sqlite.org/lang_altertable.html#altertabaddcol">ADD COLUMN</a>
   */
  private boolean canBeAdded(Column column) {
    boolean constant =
        column
            .defaultValue()
            .filter(value -> !(value.on(tables.definitions().dialects()) instanceof Literal))
            .isEmpty();
    return constant
        && column.identityMode().isEmpty()
        && column.generated().filter(Generated::stored).isEmpty();
  }

  private SqliteRules rules() {
    return new SqliteRules(tables);
  }

  private SqliteDecimals decimals() {
    return new SqliteDecimals(tables.definitions());
  }

  List<Statement> add(AddColumn operation, Schema before) {
    if (!canBeAdded(operation.column())) {
      return rebuild(List.of(operation), before);
    }
    Schema after = operation.applyTo(before);
    Table table = after.table(operation.table());
    rules().require(table);
    decimals().require(table, operation.column());
    String sql =
        "ALTER TABLE "
            + tables.definitions().names().name(operation.table())
            + " ADD COLUMN "
            + tables.in(table).column(operation.column(), before);
    return List.of(Statement.structure(sql, operation));
  }

  /** Rebuilds the table as all these operations together leave it. */
  List<Statement> rebuild(List<Operation> operations, Schema before) {
    QualifiedName name = changed(operations.get(0)).orElseThrow();
    SqliteCopy copy = new SqliteCopy(tables.definitions(), before.table(name));
    Schema after = before;
    for (Operation operation : operations) {
      Schema next = operation.applyTo(after);
      if (operation instanceof AddColumn add) {
        decimals().require(next.table(name), add.column());
        copy = copy.added(add.column());
      } else if (operation instanceof AlterColumn alter) {
        decimals().require(next.table(name), next.table(name).column(alter.column()));
        copy = copy.altered(alter, after, next);
      }
      requireFreeIndexes(operation, after);
      after = next;
    }
    Table table = after.table(name);
    rules().require(table);
    boolean computes =
        operations.stream()
            .filter(AlterColumn.class::isInstance)
            .map(AlterColumn.class::cast)
            .flatMap(alter -> alter.changes().stream())
            .anyMatch(SqliteChanges::computes);
    SqliteCanonical canonical = new SqliteCanonical(tables);
    boolean same =
        canonical.table(before, before.table(name)).equals(canonical.table(after, table));
    return same && !computes
        ? List.of()
        : statements(before, after, table, copy, operations.get(operations.size() - 1));
  }

  private void requireFreeIndexes(Operation operation, Schema before) {
    if (operation instanceof CreateIndex create) {
      rules().requireFree(before, create.index().requiredName());
    } else if (operation instanceof RenameIndex rename
        && !rename.index().equalsIgnoreCase(rename.newName())) {
      rules().requireFree(before, rename.newName());
    }
  }

  private List<Statement> statements(
      Schema before, Schema after, Table table, SqliteCopy copy, Operation part) {
    List<String> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      indexes.add(createIndex.apply(new CreateIndex(table.name(), index), after));
    }
    return new SqliteRebuild(tables, before, after, table.name(), copy, indexes).statements(part);
  }

  /** Rebuilds every table with a column of an enum type whose labels change. */
  List<Statement> relabel(
      Operation operation, QualifiedName enumType, Schema before, Optional<String> renamed) {
    Schema after = operation.applyTo(before);
    List<Statement> statements = new ArrayList<>();
    for (Table table : before.tables()) {
      SqliteCopy copy = new SqliteCopy(tables.definitions(), table);
      boolean uses = false;
      for (Column column : table.columns()) {
        if (isOf(column, enumType)) {
          uses = true;
          copy = renamed.isEmpty() ? copy : copy.relabelled(column.name(), renamed.get());
        }
      }
      if (uses) {
        Table next = after.table(table.name());
        statements.addAll(statements(before, after, next, copy, operation));
      }
    }
    return statements;
  }

  private boolean isOf(Column column, QualifiedName enumType) {
    DataType type = column.type().on(tables.definitions().dialects());
    DataType element = type instanceof ArrayType array ? array.element() : type;
    return element.equals(new EnumReference(enumType));
  }
}
