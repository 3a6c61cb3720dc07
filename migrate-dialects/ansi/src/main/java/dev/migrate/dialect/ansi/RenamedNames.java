package dev.migrate.dialect.ansi;

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
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.InsertRows;
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
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.Optional;

/** The new name that an operation brings into texts of tables, if it is such an operation. */
final class RenamedNames implements OperationVisitor<Schema, Optional<RenamedName>> {

  @Override
  public Optional<RenamedName> visit(CreateTable operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(DropTable operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameTable operation, Schema before) {
    return Optional.of(
        new RenamedName(
            operation.newName(),
            name -> name.equals(operation.table()) ? name.sibling(operation.newName()) : name));
  }

  @Override
  public Optional<RenamedName> visit(CommentOnTable operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(SetTableOption operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(AddColumn operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(AlterColumn operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameColumn operation, Schema before) {
    return Optional.of(RenamedName.within(operation.newName()));
  }

  @Override
  public Optional<RenamedName> visit(DropColumn operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(AddConstraint operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameConstraint operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(DropConstraint operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(CreateIndex operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameIndex operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(DropIndex operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(CreateSequence operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(AlterSequence operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameSequence operation, Schema before) {
    return Optional.of(RenamedName.within(operation.newName()));
  }

  @Override
  public Optional<RenamedName> visit(DropSequence operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(CreateView operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameView operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(DropView operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(CreateEnumType operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameEnumType operation, Schema before) {
    return Optional.of(RenamedName.within(operation.newName()));
  }

  @Override
  public Optional<RenamedName> visit(DropEnumType operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(AddEnumValue operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameEnumValue operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(CreateSchema operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RenameSchema operation, Schema before) {
    return Optional.of(
        new RenamedName(
            operation.newName(),
            name ->
                name.namespace().equals(Optional.of(operation.namespace()))
                    ? QualifiedName.in(operation.newName(), name.name())
                    : name));
  }

  @Override
  public Optional<RenamedName> visit(DropSchema operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(InsertRows operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(UpdateRows operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(ValidateConstraint operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(SetSequenceOwner operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(DeleteRows operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(ExecuteSql operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(RunCode operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public Optional<RenamedName> visit(ForDialect operation, Schema before) {
    return Optional.empty();
  }
}
