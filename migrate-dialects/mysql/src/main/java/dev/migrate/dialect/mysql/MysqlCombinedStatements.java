package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Undo;
import dev.migrate.schema.Expression;
import java.util.List;
import java.util.Set;

/** Statements that carry out several operations at once. */
final class MysqlCombinedStatements {

  private MysqlCombinedStatements() {}

  /** A statement of the structure that does what all these operations do, one after the other. */
  static Statement structure(String sql, List<Operation> operations) {
    return Statement.structure(sql, all(sql, operations));
  }

  /** The change that several operations make, one after the other. */
  static Operation all(String sql, List<Operation> operations) {
    return operations.size() == 1
        ? operations.get(0)
        : new ExecuteSql(
            Expression.of(sql), Set.of(), Declarations.NONE, Undo.NOT_STATED, operations);
  }
}
