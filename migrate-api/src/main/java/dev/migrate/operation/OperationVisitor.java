package dev.migrate.operation;

/**
 * What to do with each kind of operation. Has no default methods, so that a new operation makes the
 * compiler name every place that must answer.
 *
 * @param <C> what {@link Operation#accept} hands on to every call
 */
public interface OperationVisitor<C, R> {

  R visit(CreateTable operation, C context);

  R visit(DropTable operation, C context);

  R visit(RenameTable operation, C context);

  R visit(CommentOnTable operation, C context);

  R visit(SetTableOption operation, C context);

  R visit(AddColumn operation, C context);

  R visit(AlterColumn operation, C context);

  R visit(RenameColumn operation, C context);

  R visit(DropColumn operation, C context);

  R visit(AddConstraint operation, C context);

  R visit(ValidateConstraint operation, C context);

  R visit(RenameConstraint operation, C context);

  R visit(DropConstraint operation, C context);

  R visit(CreateIndex operation, C context);

  R visit(RenameIndex operation, C context);

  R visit(DropIndex operation, C context);

  R visit(CreateSequence operation, C context);

  R visit(AlterSequence operation, C context);

  R visit(RenameSequence operation, C context);

  R visit(SetSequenceOwner operation, C context);

  R visit(DropSequence operation, C context);

  R visit(CreateView operation, C context);

  R visit(RenameView operation, C context);

  R visit(DropView operation, C context);

  R visit(CreateEnumType operation, C context);

  R visit(RenameEnumType operation, C context);

  R visit(DropEnumType operation, C context);

  R visit(AddEnumValue operation, C context);

  R visit(RenameEnumValue operation, C context);

  R visit(CreateSchema operation, C context);

  R visit(RenameSchema operation, C context);

  R visit(DropSchema operation, C context);

  R visit(InsertRows operation, C context);

  R visit(UpdateRows operation, C context);

  R visit(DeleteRows operation, C context);

  R visit(ExecuteSql operation, C context);

  R visit(RunCode operation, C context);

  R visit(ForDialect operation, C context);
}
