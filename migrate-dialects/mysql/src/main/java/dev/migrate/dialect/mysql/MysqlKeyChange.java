package dev.migrate.dialect.mysql;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A primary key that is dropped and added again, with what happens to columns in between. It is one
 * statement: the server may demand that every table has a primary key, and an identity column is
 * always the first of a key.
 *
 * @see <a
 *     href="https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_sql_require_primary_key">
 *     sql_require_primary_key</a>
 */
final class MysqlKeyChange {

  private MysqlKeyChange() {}

  /**
   * How many operations, from the first on, replace a primary key, or let it come or go with its
   * identity; 1 if they do not.
   */
  static int length(List<Operation> operations, Schema before) {
    Operation first = operations.get(0);
    if (first instanceof AddColumn column && operations.size() > 1) {
      return isKeyOf(column, operations.get(1)) ? 2 : 1;
    } else if (first instanceof DropConstraint drop && dropsKey(drop, before)) {
      int replaced = replaced(drop, operations);
      return replaced == 1 && operations.size() > 1 && isIdentity(operations.get(1), drop, before)
          ? 2
          : replaced;
    }
    return 1;
  }

  private static boolean isKeyOf(AddColumn column, Operation next) {
    return column.column().identityMode().isPresent()
        && next instanceof AddConstraint key
        && key.table().equals(column.table())
        && key.constraint() instanceof PrimaryKey
        && key.constraint().columns().get(0).equals(column.column().name());
  }

  private static boolean isIdentity(Operation next, DropConstraint drop, Schema before) {
    return next instanceof DropColumn column
        && column.table().equals(drop.table())
        && before.table(drop.table()).column(column.column()).identityMode().isPresent();
  }

  private static int replaced(DropConstraint drop, List<Operation> operations) {
    Set<String> columns = new HashSet<>();
    for (int i = 1; i < operations.size(); i++) {
      Operation next = operations.get(i);
      if (next instanceof AddConstraint add
          && add.table().equals(drop.table())
          && add.constraint() instanceof PrimaryKey) {
        return i + 1;
      } else if (!changesColumn(next, drop.table(), columns)) {
        return 1;
      }
    }
    return 1;
  }

  private static boolean dropsKey(DropConstraint drop, Schema before) {
    return before.table(drop.table()).constraint(drop.constraint()) instanceof PrimaryKey;
  }

  /** One statement changes each column once. */
  private static boolean changesColumn(
      Operation operation, QualifiedName table, Set<String> columns) {
    if (operation instanceof AlterColumn alter) {
      return alter.table().equals(table) && columns.add(alter.column());
    }
    if (operation instanceof DropColumn drop) {
      return drop.table().equals(table) && columns.add(drop.column());
    }
    return operation instanceof AddColumn add
        && add.table().equals(table)
        && columns.add(add.column().name());
  }
}
