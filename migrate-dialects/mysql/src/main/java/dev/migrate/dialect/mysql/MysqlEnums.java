package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Assignment;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RowChange;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes the labels of an enum type where each column that has it repeats them.
 *
 * <p>The parts fold like this: each column becomes an enum with labels of its own, which is what it
 * is anyway; the last statement's part turns those back into columns of the enum type and changes
 * its labels, which to the database is a change of the last column alone.
 */
final class MysqlEnums {

  private final MysqlDefinitions definitions;

  MysqlEnums(MysqlDefinitions definitions) {
    this.definitions = definitions;
  }

  /** A column that has the enum type. */
  private record User(QualifiedName table, Column column) {

    Operation become(DataType type, Column like) {
      List<ColumnChange> changes = new ArrayList<>();
      changes.add(new TypeChange(type, Optional.empty()));
      if (like.defaultValue().isPresent()) {
        changes.add(new DefaultChange(like.defaultValue()));
      }
      return new AlterColumn(table, column.name(), changes);
    }
  }

  /** Rows keep their labels, wherever among them the new one stands. */
  List<Statement> add(AddEnumValue operation, Schema before) {
    Schema after = operation.applyTo(before);
    EnumLabels labels = new EnumLabels(after.enumType(operation.enumType()).labels());
    Statements statements = new Statements(operation, before, after);
    for (User user : users(operation.enumType(), before)) {
      statements.relabel(user, labels);
    }
    return statements.finished();
  }

  /**
   * A column gets the new label beside the old one, then its rows get it, then the old one goes. A
   * label that only changes its case is the same to the column's collation.
   */
  List<Statement> rename(RenameEnumValue operation, Schema before) {
    Schema after = operation.applyTo(before);
    EnumLabels labels = new EnumLabels(after.enumType(operation.enumType()).labels());
    List<String> both = new ArrayList<>(before.enumType(operation.enumType()).labels());
    both.add(operation.newLabel());
    Statements statements = new Statements(operation, before, after);
    for (User user : users(operation.enumType(), before)) {
      if (!operation.label().equalsIgnoreCase(operation.newLabel())) {
        statements.between(user, new EnumLabels(both));
        statements.rows(user, operation);
      }
      statements.relabel(user, labels);
    }
    return statements.finished();
  }

  /** Collects statements, and what each of them does to the schema. */
  private final class Statements {

    private final Operation operation;
    private final Schema after;
    private final Schema before;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Operation> closing = new ArrayList<>();
    private boolean isBetween;

    Statements(Operation operation, Schema before, Schema after) {
      this.operation = operation;
      this.before = before;
      this.after = after;
    }

    void between(User user, EnumLabels labels) {
      isBetween = true;
      structure(user, user.column().withType(labels), user.become(labels, user.column()));
    }

    void rows(User user, RenameEnumValue renamed) {
      String column = definitions.names().name(user.column().name());
      String sql =
          "UPDATE "
              + definitions.names().name(user.table())
              + " SET "
              + column
              + " = "
              + definitions.literals().text(renamed.newLabel())
              + " WHERE "
              + column
              + " = "
              + definitions.literals().text(renamed.label());
      Assignment to = new Assignment(user.column().name(), Literal.of(renamed.newLabel()));
      Assignment from = new Assignment(user.column().name(), Literal.of(renamed.label()));
      RowChange change = new RowChange(List.of(to), List.of(from), true);
      statements.add(Statement.data(sql, new UpdateRows(user.table(), change)));
    }

    void relabel(User user, EnumLabels labels) {
      Column then = after.table(user.table()).column(user.column().name());
      closing.add(user.become(user.column().type(), user.column()));
      structure(user, then.withType(labels), user.become(labels, then));
    }

    private void structure(User user, Column column, Operation part) {
      String sql =
          "ALTER TABLE "
              + definitions.names().name(user.table())
              + " MODIFY COLUMN "
              + definitions.column(column, before.table(user.table()), before);
      ElementName restated = ElementName.column(user.table(), user.column().name());
      statements.add(Statement.structure(sql, part).restating(restated));
    }

    /**
     * The last statement also ends the operation: what it makes of its own column is what the
     * operation makes of it.
     */
    List<Statement> finished() {
      if (!statements.isEmpty()) {
        Statement last = statements.remove(statements.size() - 1);
        if (!isBetween) {
          closing.remove(closing.size() - 1);
        }
        closing.add(operation);
        statements.add(last.carryingOut(MysqlCombinedStatements.all(last.sql(), closing)));
        requirePossible();
      }
      return statements;
    }

    /** A view may forbid that one of its columns changes its type for a moment. */
    private void requirePossible() {
      try {
        Schema schema = before;
        for (Statement statement : statements) {
          schema = statement.part().applyTo(schema);
        }
      } catch (SchemaException seen) {
        throw definitions.unsupported(
            operation + ", which a view sees,",
            "drop the view first, and create it again afterwards");
      }
    }
  }

  private List<User> users(QualifiedName enumType, Schema schema) {
    List<User> users = new ArrayList<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        if (column.type().on(definitions.dialects()).equals(new EnumReference(enumType))) {
          requireUnbound(table.name(), column.name(), schema);
          users.add(new User(table.name(), column));
        }
      }
    }
    return users;
  }

  /** A column of a foreign key keeps its type, and so its labels. */
  private void requireUnbound(QualifiedName table, String column, Schema schema) {
    List<String> keys = MysqlForeignKeyRules.users(table, column, schema);
    if (!keys.isEmpty()) {
      throw definitions.unsupported(
          "other labels for the column "
              + table
              + "."
              + column
              + ", which the foreign key "
              + keys.get(0)
              + " uses,",
          "drop the foreign key first, and add it again afterwards");
    }
  }
}
