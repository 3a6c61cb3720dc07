package dev.migrate.operation;

/**
 * What to do with each kind of operation. Has no default methods: a new operation makes the
 * compiler name every place that must answer.
 *
 * @param <C> what every call is handed
 * @param <R> what comes of it
 */
public interface OperationVisitor<C, R> {

  /**
   * Visits the creation of a table.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(CreateTable operation, C context);

  /**
   * Visits the dropping of a table.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropTable operation, C context);

  /**
   * Visits the renaming of a table.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameTable operation, C context);

  /**
   * Visits a comment on a table.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(CommentOnTable operation, C context);

  /**
   * Visits a new column.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(AddColumn operation, C context);

  /**
   * Visits changed attributes of a column.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(AlterColumn operation, C context);

  /**
   * Visits the renaming of a column.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameColumn operation, C context);

  /**
   * Visits the dropping of a column.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropColumn operation, C context);

  /**
   * Visits a new constraint.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(AddConstraint operation, C context);

  /**
   * Visits the renaming of a constraint.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameConstraint operation, C context);

  /**
   * Visits the dropping of a constraint.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropConstraint operation, C context);

  /**
   * Visits a new index.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(CreateIndex operation, C context);

  /**
   * Visits the renaming of an index.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameIndex operation, C context);

  /**
   * Visits the dropping of an index.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropIndex operation, C context);

  /**
   * Visits a new sequence.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(CreateSequence operation, C context);

  /**
   * Visits the renaming of a sequence.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameSequence operation, C context);

  /**
   * Visits the dropping of a sequence.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropSequence operation, C context);

  /**
   * Visits a new view.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(CreateView operation, C context);

  /**
   * Visits the renaming of a view.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameView operation, C context);

  /**
   * Visits the dropping of a view.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropView operation, C context);

  /**
   * Visits a new enum type.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(CreateEnumType operation, C context);

  /**
   * Visits the renaming of an enum type.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameEnumType operation, C context);

  /**
   * Visits the dropping of an enum type.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropEnumType operation, C context);

  /**
   * Visits a new label of an enum type.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(AddEnumValue operation, C context);

  /**
   * Visits the renaming of a label.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameEnumValue operation, C context);

  /**
   * Visits a new schema.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(CreateSchema operation, C context);

  /**
   * Visits the renaming of a schema.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RenameSchema operation, C context);

  /**
   * Visits the dropping of a schema.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DropSchema operation, C context);

  /**
   * Visits new rows.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(InsertRows operation, C context);

  /**
   * Visits changed rows.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(UpdateRows operation, C context);

  /**
   * Visits the validation of a constraint.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(ValidateConstraint operation, C context);

  /**
   * Visits another owner of a sequence.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(SetSequenceOwner operation, C context);

  /**
   * Visits rows that go.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(DeleteRows operation, C context);

  /**
   * Visits raw SQL.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(ExecuteSql operation, C context);

  /**
   * Visits Java code.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(RunCode operation, C context);

  /**
   * Visits a group of operations for one dialect.
   *
   * @param operation the operation
   * @param context what {@link Operation#accept} was handed
   * @return the visitor's answer
   */
  R visit(ForDialect operation, C context);
}
