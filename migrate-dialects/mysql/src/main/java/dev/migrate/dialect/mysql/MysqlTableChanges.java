package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes of tables by {@code ALTER TABLE}, one statement for all that must change at once.
 *
 * @param definitions the words inside of the statements
 * @param rules what the server would refuse
 */
record MysqlTableChanges(MysqlDefinitions definitions, MysqlRules rules) {

  /** From this version on, MySQL can add a primary key of its own to a table without one. */
  private boolean generatesKeys() {
    return definitions.server().isMysqlFrom(8, 0, 30);
  }

  /** Changes a table together with the indexes that its foreign keys imply. */
  List<Statement> alter(
      QualifiedName table, List<Operation> operations, Schema before, List<MysqlClause> changes) {
    Schema after = after(operations, before);
    rules.require(after.table(table), after);
    List<String> all =
        new ArrayList<>(MysqlKeys.changes(before.table(table), after.table(table), definitions));
    all.addAll(
        changes.get(0).isDrop() ? 0 : all.size(), changes.stream().map(MysqlClause::sql).toList());
    String sql = "ALTER TABLE " + name(table) + " " + String.join(", ", all);
    Statement statement = MysqlCombinedStatements.structure(sql, operations);
    Schema schema = before;
    for (Operation operation : operations) {
      for (ElementName column : restated(operation, schema)) {
        statement = statement.restating(column);
      }
      schema = operation.applyTo(schema);
    }
    return List.of(statement);
  }

  /** The columns that are defined again, as a change of one attribute needs all others too. */
  private List<ElementName> restated(Operation operation, Schema before) {
    if (operation instanceof AlterColumn alter) {
      return List.of(ElementName.column(alter.table(), alter.column()));
    } else if (operation instanceof AddConstraint add) {
      return columnOf(add.constraint(), add.table());
    } else if (operation instanceof DropConstraint drop) {
      return columnOf(before.table(drop.table()).constraint(drop.constraint()), drop.table());
    }
    return List.of();
  }

  private List<ElementName> columnOf(Constraint constraint, QualifiedName table) {
    return definitions.isAtColumn(constraint)
        ? constraint.usedColumns().stream()
            .map(column -> ElementName.column(table, column))
            .toList()
        : List.of();
  }

  private static Schema after(List<Operation> operations, Schema before) {
    Schema after = before;
    for (Operation operation : operations) {
      after = operation.applyTo(after);
    }
    return after;
  }

  private String name(QualifiedName name) {
    return definitions.names().name(name);
  }

  List<Statement> add(AddColumn operation, Schema before) {
    List<Statement> statements = new ArrayList<>(rowCheck(operation));
    statements.addAll(
        alter(operation.table(), List.of(operation), before, List.of(column(operation, before))));
    return statements;
  }

  private MysqlClause column(AddColumn operation, Schema before) {
    Schema after = operation.applyTo(before);
    return MysqlClause.of(
        "ADD COLUMN "
            + definitions.column(operation.column(), after.table(operation.table()), after));
  }

  /**
   * Rows that are there get 0 or an empty text where others refuse the column; so it is checked
   * that there are none.
   */
  private List<Statement> rowCheck(AddColumn operation) {
    if (!operation.column().isRequired()) {
      return List.of();
    }
    String problem = definitions.mysqlLiterals().text("a row without a value for the new column");
    String sql = "SELECT " + problem + " FROM " + name(operation.table()) + " LIMIT 1";
    return List.of(Statement.check(sql, operation));
  }

  /** The whole column, with all its changes. */
  List<Statement> alter(AlterColumn operation, Schema before) {
    return column(operation, before).stream()
        .flatMap(
            change ->
                alter(operation.table(), List.of(operation), before, List.of(change)).stream())
        .toList();
  }

  private Optional<MysqlClause> column(AlterColumn operation, Schema before) {
    operation.changes().forEach(change -> requireNoConversion(operation, change));
    rules.requireUnbound(operation, before);
    rules.requireConvertible(operation, before);
    Schema after = operation.applyTo(before);
    Column column = after.table(operation.table()).column(operation.column());
    return column.equals(before.table(operation.table()).column(operation.column()))
        ? Optional.empty()
        : Optional.of(restated(operation.table(), column, after));
  }

  private MysqlClause restated(QualifiedName table, Column column, Schema schema) {
    return MysqlClause.of(
        "MODIFY COLUMN " + definitions.column(column, schema.table(table), schema));
  }

  /** The definition of the column at which a check stands. */
  private Optional<MysqlClause> columnOf(
      Constraint constraint, QualifiedName table, Schema schema) {
    return definitions.isAtColumn(constraint)
        ? ((Check) constraint)
            .atColumn()
            .map(column -> restated(table, schema.table(table).column(column), schema))
        : Optional.empty();
  }

  private void requireNoConversion(AlterColumn operation, ColumnChange change) {
    if (change instanceof TypeChange type && type.using().isPresent()) {
      String sql = definitions.expression(type.using().orElseThrow());
      String column = definitions.names().name(operation.column());
      throw definitions.unsupported(
          "another type for the column "
              + operation.table()
              + "."
              + operation.column()
              + " using "
              + sql,
          "before it, op.execute(sql(\"UPDATE "
              + name(operation.table())
              + " SET "
              + column
              + " = "
              + sql
              + "\").writes(\""
              + operation.table()
              + "\", \""
              + operation.column()
              + "\")), and leave using(…) out");
    }
  }

  /** The columns of a primary key take no NULL without being declared so. */
  List<Statement> add(AddConstraint operation, Schema before) {
    QualifiedName table = operation.table();
    List<Statement> statements = new ArrayList<>();
    if (operation.constraint() instanceof PrimaryKey && generatesKeys()) {
      statements.add(generatedKeyCheck(operation));
    }
    statements.addAll(
        alter(table, List.of(operation), before, List.of(constraint(operation, before))));
    return statements;
  }

  private MysqlClause constraint(AddConstraint operation, Schema before) {
    Schema after = operation.applyTo(before);
    Constraint constraint =
        after.table(operation.table()).constraint(operation.constraint().requiredName());
    return columnOf(constraint, operation.table(), after)
        .orElseGet(() -> MysqlClause.of("ADD " + definitions.constraint(constraint, after)));
  }

  /**
   * A table without a primary key may have one that the server made, with a column that is not
   * seen.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table-gipks.html">Generated
   *     invisible primary keys</a>
   */
  private Statement generatedKeyCheck(AddConstraint operation) {
    QualifiedName table = operation.table();
    String problem =
        "the server generated the primary key my_row_id: write op.execute(sql(\"ALTER TABLE "
            + name(table)
            + " DROP PRIMARY KEY, DROP COLUMN my_row_id, ADD PRIMARY KEY "
            + definitions.names().list(operation.constraint().columns())
            + "\").means(o -> o.addPrimaryKey(…))) instead";
    String sql =
        "SELECT "
            + definitions.mysqlLiterals().text(problem)
            + " AS problem FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = "
            + table.namespace().map(definitions.mysqlLiterals()::text).orElse("DATABASE()")
            + " AND TABLE_NAME = "
            + definitions.mysqlLiterals().text(table.name())
            + " AND COLUMN_NAME = 'my_row_id' AND COLUMN_KEY = 'PRI' AND EXTRA LIKE '%INVISIBLE%'";
    return Statement.check(sql, operation);
  }

  List<Statement> drop(DropConstraint operation, Schema before) {
    QualifiedName table = operation.table();
    rules.requireTargets(operation.applyTo(before), table);
    return alter(table, List.of(operation), before, List.of(dropped(operation, before)));
  }

  private MysqlClause dropped(DropConstraint operation, Schema before) {
    Constraint constraint = before.table(operation.table()).constraint(operation.constraint());
    return columnOf(constraint, operation.table(), operation.applyTo(before))
        .orElseGet(() -> definitions.drop(constraint));
  }

  /**
   * A primary key that is dropped and added again, with what happens to columns in between, or one
   * that comes or goes with its identity: see {@link MysqlKeyChange}.
   */
  List<Statement> replaceKey(List<Operation> operations, Schema before) {
    QualifiedName table =
        operations.get(0) instanceof AddColumn column
            ? column.table()
            : ((DropConstraint) operations.get(0)).table();
    List<Statement> statements = new ArrayList<>();
    if (operations.get(1) instanceof AddConstraint key
        && before.table(table).primaryKey().isEmpty()
        && generatesKeys()) {
      statements.add(generatedKeyCheck(key));
    }
    List<MysqlClause> changes = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      if (operation instanceof DropConstraint drop) {
        changes.add(dropped(drop, schema));
      } else if (operation instanceof AddConstraint add) {
        changes.add(constraint(add, schema));
      } else if (operation instanceof AddColumn add) {
        statements.addAll(rowCheck(add));
        changes.add(column(add, schema));
      } else if (operation instanceof DropColumn drop) {
        changes.add(MysqlClause.drop("DROP COLUMN " + definitions.names().name(drop.column())));
      } else if (operation instanceof AlterColumn alter) {
        column(alter, schema).ifPresent(changes::add);
      } else {
        throw new IllegalStateException("not part of a change of a primary key: " + operation);
      }
      schema = operation.applyTo(schema);
    }
    rules.requireTargets(schema, table);
    MysqlCanonical canonical = new MysqlCanonical(definitions.server());
    boolean same = canonical.of(before).table(table).equals(canonical.of(schema).table(table));
    if (!same) {
      statements.addAll(alter(table, operations, before, changes));
    }
    return statements;
  }
}
