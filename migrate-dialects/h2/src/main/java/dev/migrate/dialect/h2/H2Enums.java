package dev.migrate.dialect.h2;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiDefinitions;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.Undo;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Changes the labels of an enum type on H2, where each column that has it repeats them: a statement
 * for each column.
 *
 * <p>The parts fold like this: each column but the last becomes an enum with labels of its own,
 * which on H2 is what it is anyway; the last statement's part turns those back into columns of the
 * enum type and changes its labels, which on H2 is a change of the last column alone.
 */
final class H2Enums {

  private final AnsiDefinitions definitions;

  H2Enums(AnsiDefinitions definitions) {
    this.definitions = definitions;
  }

  /**
   * Refuses labels that H2 does not distinguish: it compares them in upper case, without blanks
   * around them, and takes none that is blank (error codes 22032 and 22033).
   */
  static void requirePossible(AnsiDefinitions definitions, List<String> labels) {
    Map<String, String> known = new HashMap<>();
    for (String label : labels) {
      String plain = label.strip().toUpperCase(Locale.ENGLISH);
      String other = known.put(plain, label);
      if (plain.isEmpty() || other != null) {
        throw definitions.unsupported(
            plain.isEmpty()
                ? "the blank label \"" + label + "\" of an enum"
                : "an enum with the labels \"" + other + "\" and \"" + label + "\"",
            "choose labels that differ in more than case and blanks, or make the column"
                + " varchar(…) with check(\"… IN ('…', '…')\")");
      }
    }
  }

  /** A column that has the enum type, or lists of it. */
  private record User(QualifiedName table, Column definition, boolean isList) {

    String column() {
      return definition.name();
    }

    DataType type() {
      return definition.type();
    }

    Operation become(DataType other) {
      return new AlterColumn(table, column(), List.of(new TypeChange(other, Optional.empty())));
    }

    /** The column's type with the labels themselves. */
    DataType with(EnumLabels labels) {
      return isList ? new ArrayType(labels) : labels;
    }
  }

  /** Rows keep their labels, wherever among them the new one stands. */
  List<Statement> add(AddEnumValue operation, Schema before) {
    return relabel(operation, operation.enumType(), before, user -> "");
  }

  /** Rows with the old label get the new one as the column does, in the same statement. */
  List<Statement> rename(RenameEnumValue operation, Schema before) {
    return relabel(
        operation, operation.enumType(), before, user -> " USING " + renamed(operation, user));
  }

  private String renamed(RenameEnumValue operation, User user) {
    if (user.isList()) {
      throw definitions.unsupported(
          operation
              + ", which the lists in column "
              + user.table()
              + "."
              + user.column()
              + " have,",
          "add the new label, and change the rows with op.run(code(…))");
    }
    String column = definitions.names().name(user.column());
    return "CASE "
        + column
        + " WHEN "
        + definitions.literals().text(operation.label())
        + " THEN "
        + definitions.literals().text(operation.newLabel())
        + " ELSE CAST("
        + column
        + " AS VARCHAR) END";
  }

  private List<Statement> relabel(
      Operation operation,
      QualifiedName enumType,
      Schema before,
      Function<User, String> conversion) {
    EnumLabels labels = new EnumLabels(operation.applyTo(before).enumType(enumType).labels());
    requirePossible(definitions, labels.labels());
    List<User> users = users(enumType, before);
    List<Statement> statements = new ArrayList<>();
    List<Operation> closing = new ArrayList<>();
    for (User user : users) {
      String sql =
          "ALTER TABLE "
              + definitions.names().name(user.table())
              + " ALTER COLUMN "
              + definitions.names().name(user.column())
              + " SET DATA TYPE "
              + definitions.type(Column.of(user.column(), user.with(labels)), before)
              + conversion.apply(user);
      boolean last = statements.size() == users.size() - 1;
      closing.add(last ? operation : user.become(user.type()));
      statements.add(
          Statement.structure(sql, last ? all(sql, closing) : user.become(user.with(labels))));
    }
    requirePossible(operation, statements, before);
    return statements;
  }

  private static Operation all(String sql, List<Operation> operations) {
    return operations.size() == 1
        ? operations.get(0)
        : new ExecuteSql(
            Expression.of(sql), Set.of(), Declarations.NONE, Undo.NOT_STATED, operations);
  }

  /**
   * A view may forbid that one of its columns changes its type while the enum type still has
   * another.
   */
  private void requirePossible(Operation operation, List<Statement> statements, Schema before) {
    try {
      Schema schema = before;
      for (Statement statement : statements) {
        schema = statement.part().applyTo(schema);
      }
    } catch (SchemaException seen) {
      throw definitions.unsupported(
          operation + " in " + statements.size() + " columns, which a view sees,",
          "drop the view first, and create it again afterwards");
    }
  }

  private List<User> users(QualifiedName enumType, Schema schema) {
    List<User> users = new ArrayList<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        DataType type = column.type().on(definitions.dialects());
        DataType element = type instanceof ArrayType array ? array.element() : type;
        if (element.equals(new EnumReference(enumType))) {
          boolean isList = type instanceof ArrayType;
          users.add(new User(table.name(), column, isList));
        }
      }
    }
    return users;
  }
}
