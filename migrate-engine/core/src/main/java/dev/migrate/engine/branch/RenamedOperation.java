package dev.migrate.engine.branch;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
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
import dev.migrate.operation.ElementChange;
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
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import java.util.Optional;

/**
 * Operations as they read after an element of the schema was renamed. What they create, and rows
 * and code, stay as they are.
 */
final class RenamedOperation implements OperationVisitor<ElementChange, Operation> {

  private static final RenamedOperation RENAMED = new RenamedOperation();

  private RenamedOperation() {}

  /** The operation after another one, under the names that the other one gives. */
  static Operation after(Operation earlier, Operation operation) {
    Operation renamed = operation;
    for (ElementChange change : earlier.elementChanges()) {
      if (change.kind() == ElementChange.Kind.RENAMED) {
        renamed = renamed.accept(RENAMED, change);
      }
    }
    return renamed;
  }

  private static ElementName followed(ElementName name, ElementChange rename) {
    if (name.equals(rename.element())) {
      return rename.after();
    }
    return switch (rename.element().kind()) {
      case SCHEMA ->
          name.object().namespace().equals(Optional.of(rename.element().object().name()))
              ? name.withObject(
                  QualifiedName.in(rename.after().object().name(), name.object().name()))
              : name;
      case TABLE ->
          rename.element().contains(name) ? name.withObject(rename.after().object()) : name;
      case ENUM_TYPE, SEQUENCE, VIEW, COLUMN, CONSTRAINT, INDEX -> name;
    };
  }

  private static QualifiedName object(ElementName name, ElementChange rename) {
    return followed(name, rename).object();
  }

  private static boolean isOfColumn(QualifiedName table, ElementChange rename) {
    return rename.element().kind() == ElementName.Kind.COLUMN
        && rename.element().object().equals(table);
  }

  private static String part(ElementName name) {
    return name.part().orElseThrow();
  }

  @Override
  public Operation visit(CreateTable operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(DropTable drop, ElementChange rename) {
    return new DropTable(object(ElementName.table(drop.table()), rename));
  }

  @Override
  public Operation visit(RenameTable renaming, ElementChange rename) {
    return new RenameTable(object(ElementName.table(renaming.table()), rename), renaming.newName());
  }

  @Override
  public Operation visit(CommentOnTable comment, ElementChange rename) {
    return new CommentOnTable(
        object(ElementName.table(comment.table()), rename), comment.comment());
  }

  @Override
  public Operation visit(SetTableOption setting, ElementChange rename) {
    return new SetTableOption(
        object(ElementName.table(setting.table()), rename), setting.dialect(), setting.sql());
  }

  @Override
  public Operation visit(AddColumn add, ElementChange rename) {
    return new AddColumn(object(ElementName.table(add.table()), rename), add.column());
  }

  @Override
  public Operation visit(AlterColumn alter, ElementChange rename) {
    ElementName now = followed(ElementName.column(alter.table(), alter.column()), rename);
    return new AlterColumn(now.object(), part(now), alter.changes());
  }

  @Override
  public Operation visit(RenameColumn renaming, ElementChange rename) {
    ElementName now = followed(ElementName.column(renaming.table(), renaming.column()), rename);
    return new RenameColumn(now.object(), part(now), renaming.newName());
  }

  @Override
  public Operation visit(DropColumn drop, ElementChange rename) {
    ElementName now = followed(ElementName.column(drop.table(), drop.column()), rename);
    return new DropColumn(now.object(), part(now));
  }

  @Override
  public Operation visit(AddConstraint add, ElementChange rename) {
    return new AddConstraint(
        object(ElementName.table(add.table()), rename),
        isOfColumn(add.table(), rename)
            ? add.constraint().renamingColumn(part(rename.element()), part(rename.after()))
            : add.constraint());
  }

  @Override
  public Operation visit(ValidateConstraint validate, ElementChange rename) {
    ElementName now =
        followed(ElementName.constraint(validate.table(), validate.constraint()), rename);
    return new ValidateConstraint(now.object(), part(now));
  }

  @Override
  public Operation visit(RenameConstraint renaming, ElementChange rename) {
    ElementName now =
        followed(ElementName.constraint(renaming.table(), renaming.constraint()), rename);
    return new RenameConstraint(now.object(), part(now), renaming.newName());
  }

  @Override
  public Operation visit(DropConstraint drop, ElementChange rename) {
    ElementName now = followed(ElementName.constraint(drop.table(), drop.constraint()), rename);
    return new DropConstraint(now.object(), part(now));
  }

  @Override
  public Operation visit(CreateIndex create, ElementChange rename) {
    return new CreateIndex(
        object(ElementName.table(create.table()), rename),
        isOfColumn(create.table(), rename)
            ? create.index().renamingColumn(part(rename.element()), part(rename.after()))
            : create.index(),
        create.concurrently());
  }

  @Override
  public Operation visit(RenameIndex renaming, ElementChange rename) {
    ElementName now = followed(ElementName.index(renaming.table(), renaming.index()), rename);
    return new RenameIndex(now.object(), part(now), renaming.newName());
  }

  @Override
  public Operation visit(DropIndex drop, ElementChange rename) {
    ElementName now = followed(ElementName.index(drop.table(), drop.index()), rename);
    return new DropIndex(now.object(), part(now), drop.concurrently());
  }

  @Override
  public Operation visit(CreateSequence operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(AlterSequence alter, ElementChange rename) {
    return new AlterSequence(
        object(ElementName.sequence(alter.sequence()), rename), alter.changes());
  }

  @Override
  public Operation visit(RenameSequence renaming, ElementChange rename) {
    return new RenameSequence(
        object(ElementName.sequence(renaming.sequence()), rename), renaming.newName());
  }

  @Override
  public Operation visit(SetSequenceOwner set, ElementChange rename) {
    return new SetSequenceOwner(object(ElementName.sequence(set.sequence()), rename), set.owner());
  }

  @Override
  public Operation visit(DropSequence drop, ElementChange rename) {
    return new DropSequence(object(ElementName.sequence(drop.sequence()), rename));
  }

  @Override
  public Operation visit(CreateView operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(RenameView renaming, ElementChange rename) {
    return new RenameView(object(ElementName.view(renaming.view()), rename), renaming.newName());
  }

  @Override
  public Operation visit(DropView drop, ElementChange rename) {
    return new DropView(object(ElementName.view(drop.view()), rename));
  }

  @Override
  public Operation visit(CreateEnumType operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(RenameEnumType renaming, ElementChange rename) {
    return new RenameEnumType(
        object(ElementName.enumType(renaming.enumType()), rename), renaming.newName());
  }

  @Override
  public Operation visit(DropEnumType drop, ElementChange rename) {
    return new DropEnumType(object(ElementName.enumType(drop.enumType()), rename));
  }

  @Override
  public Operation visit(AddEnumValue add, ElementChange rename) {
    return new AddEnumValue(
        object(ElementName.enumType(add.enumType()), rename), add.label(), add.successor());
  }

  @Override
  public Operation visit(RenameEnumValue renaming, ElementChange rename) {
    return new RenameEnumValue(
        object(ElementName.enumType(renaming.enumType()), rename),
        renaming.label(),
        renaming.newLabel());
  }

  @Override
  public Operation visit(CreateSchema operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(RenameSchema renaming, ElementChange rename) {
    return new RenameSchema(
        object(ElementName.namespace(renaming.namespace()), rename).name(), renaming.newName());
  }

  @Override
  public Operation visit(DropSchema drop, ElementChange rename) {
    return new DropSchema(object(ElementName.namespace(drop.namespace()), rename).name());
  }

  @Override
  public Operation visit(InsertRows operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(UpdateRows operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(DeleteRows operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(ExecuteSql operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(RunCode operation, ElementChange rename) {
    return operation;
  }

  @Override
  public Operation visit(ForDialect operation, ElementChange rename) {
    return operation;
  }
}
