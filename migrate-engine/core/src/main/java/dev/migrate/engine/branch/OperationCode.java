package dev.migrate.engine.branch;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations as calls to paste, on the variable that the visitor gets. Those that need more than
 * names are not written, except for alterations.
 */
final class OperationCode implements OperationVisitor<String, Optional<String>> {

  private static final OperationCode CODE = new OperationCode();

  private OperationCode() {}

  static Optional<String> of(Operation operation) {
    return operation.accept(CODE, "op");
  }

  @Override
  public Optional<String> visit(CreateTable operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(DropTable drop, String op) {
    return call(op, "dropTable", drop.table());
  }

  @Override
  public Optional<String> visit(RenameTable rename, String op) {
    return call(op, "renameTable", rename.table(), rename.newName());
  }

  @Override
  public Optional<String> visit(CommentOnTable operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(AddColumn operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(AlterColumn alter, String op) {
    return alter(op, alter);
  }

  @Override
  public Optional<String> visit(RenameColumn rename, String op) {
    return call(op, "renameColumn", rename.table(), rename.column(), rename.newName());
  }

  @Override
  public Optional<String> visit(DropColumn drop, String op) {
    return call(op, "dropColumn", drop.table(), drop.column());
  }

  @Override
  public Optional<String> visit(AddConstraint operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(ValidateConstraint validate, String op) {
    return call(op, "validateConstraint", validate.table(), validate.constraint());
  }

  @Override
  public Optional<String> visit(RenameConstraint rename, String op) {
    return call(op, "renameConstraint", rename.table(), rename.constraint(), rename.newName());
  }

  @Override
  public Optional<String> visit(DropConstraint drop, String op) {
    return call(op, "dropConstraint", drop.table(), drop.constraint());
  }

  @Override
  public Optional<String> visit(CreateIndex operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(RenameIndex rename, String op) {
    return call(op, "renameIndex", rename.table(), rename.index(), rename.newName());
  }

  @Override
  public Optional<String> visit(DropIndex drop, String op) {
    return call(
        op,
        drop.concurrently() ? "dropIndexConcurrently" : "dropIndex",
        drop.table(),
        drop.index());
  }

  @Override
  public Optional<String> visit(CreateSequence operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(RenameSequence rename, String op) {
    return call(op, "renameSequence", rename.sequence(), rename.newName());
  }

  @Override
  public Optional<String> visit(SetSequenceOwner operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(DropSequence drop, String op) {
    return call(op, "dropSequence", drop.sequence());
  }

  @Override
  public Optional<String> visit(CreateView operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(RenameView rename, String op) {
    return call(op, "renameView", rename.view(), rename.newName());
  }

  @Override
  public Optional<String> visit(DropView drop, String op) {
    return call(op, "dropView", drop.view());
  }

  @Override
  public Optional<String> visit(CreateEnumType operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(RenameEnumType rename, String op) {
    return call(op, "renameEnumType", rename.enumType(), rename.newName());
  }

  @Override
  public Optional<String> visit(DropEnumType drop, String op) {
    return call(op, "dropEnumType", drop.enumType());
  }

  @Override
  public Optional<String> visit(AddEnumValue operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(RenameEnumValue rename, String op) {
    return call(op, "renameEnumValue", rename.enumType(), rename.label(), rename.newLabel());
  }

  @Override
  public Optional<String> visit(CreateSchema create, String op) {
    return call(op, "createSchema", create.namespace());
  }

  @Override
  public Optional<String> visit(RenameSchema rename, String op) {
    return call(op, "renameSchema", rename.namespace(), rename.newName());
  }

  @Override
  public Optional<String> visit(DropSchema drop, String op) {
    return call(op, "dropSchema", drop.namespace());
  }

  @Override
  public Optional<String> visit(InsertRows operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(UpdateRows operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(DeleteRows operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(ExecuteSql operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(RunCode operation, String op) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visit(ForDialect operation, String op) {
    return Optional.empty();
  }

  private static Optional<String> call(String op, String method, Object... names) {
    List<String> quoted = new ArrayList<>();
    for (Object name : names) {
      quoted.add(quoted(name.toString()));
    }
    return Optional.of(op + "." + method + "(" + String.join(", ", quoted) + ")");
  }

  private static Optional<String> alter(String op, AlterColumn alter) {
    List<String> arguments = new ArrayList<>();
    arguments.add(quoted(alter.table().toString()));
    arguments.add(quoted(alter.column()));
    for (ColumnChange change : alter.changes()) {
      Optional<String> said = change(change);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(said.get());
    }
    return Optional.of(op + ".alterColumn(" + String.join(", ", arguments) + ")");
  }

  private static Optional<String> change(ColumnChange change) {
    if (change instanceof NullabilityChange nullability) {
      return Optional.of(nullability.nullable() ? "nullable()" : "notNull()");
    } else if (change instanceof TypeChange type && type.using().isEmpty()) {
      return TypeCode.of(type.type()).map(text -> "type(" + text + ")");
    } else if (change instanceof DefaultChange value) {
      return value.value().isEmpty() ? Optional.of("noDefault()") : constant(value.value().get());
    }
    return Optional.empty();
  }

  private static Optional<String> constant(DefaultValue value) {
    if (value instanceof Literal literal) {
      return switch (literal.kind()) {
        case TEXT -> Optional.of("defaultTo(" + quoted(literal.text()) + ")");
        case NUMBER, BOOLEAN -> Optional.of("defaultTo(" + literal.text() + ")");
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
