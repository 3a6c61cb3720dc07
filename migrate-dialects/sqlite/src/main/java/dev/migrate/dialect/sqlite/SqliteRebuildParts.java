package dev.migrate.dialect.sqlite;

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
import dev.migrate.schema.Column;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Which operations can be part of rebuilding their table. Renaming and dropping a column is left to
 * SQLite, which looks at triggers and renames in them.
 */
final class SqliteRebuildParts
    implements OperationVisitor<List<DialectName>, Optional<SqliteRebuildPart>> {

  private static Optional<SqliteRebuildPart> part(QualifiedName table, boolean isRebuild) {
    return Optional.of(SqliteRebuildPart.of(table, isRebuild));
  }

  /**
   * {@code ADD COLUMN} takes constants as defaults, and computes when read.
   *
   * @see <a href="https://www.sqlite.org/lang_altertable.html#altertabaddcol">ADD COLUMN</a>
   */
  private static boolean canBeAdded(Column column, List<DialectName> dialects) {
    boolean isConstant =
        column.defaultValue().filter(value -> !(value.on(dialects) instanceof Literal)).isEmpty();
    return isConstant
        && column.identityMode().isEmpty()
        && column.generated().filter(Generated::stored).isEmpty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(CreateTable operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropTable operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameTable operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(CommentOnTable operation, List<DialectName> dialects) {
    return part(operation.table(), false);
  }

  @Override
  public Optional<SqliteRebuildPart> visit(SetTableOption operation, List<DialectName> dialects) {
    return part(operation.table(), dialects.contains(operation.dialect()));
  }

  @Override
  public Optional<SqliteRebuildPart> visit(AddColumn operation, List<DialectName> dialects) {
    return Optional.of(
        SqliteRebuildPart.adding(
            operation.table(), operation.column(), !canBeAdded(operation.column(), dialects)));
  }

  @Override
  public Optional<SqliteRebuildPart> visit(AlterColumn operation, List<DialectName> dialects) {
    return Optional.of(SqliteRebuildPart.altering(operation));
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameColumn operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropColumn operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(AddConstraint operation, List<DialectName> dialects) {
    return part(operation.table(), true);
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameConstraint operation, List<DialectName> dialects) {
    return part(operation.table(), true);
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropConstraint operation, List<DialectName> dialects) {
    return part(operation.table(), true);
  }

  @Override
  public Optional<SqliteRebuildPart> visit(CreateIndex operation, List<DialectName> dialects) {
    return Optional.of(
        SqliteRebuildPart.indexing(
            operation.table(), Optional.of(operation.index().requiredName())));
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameIndex operation, List<DialectName> dialects) {
    boolean isOther = !operation.index().equalsIgnoreCase(operation.newName());
    return Optional.of(
        SqliteRebuildPart.indexing(
            operation.table(), Optional.of(operation.newName()).filter(name -> isOther)));
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropIndex operation, List<DialectName> dialects) {
    return part(operation.table(), false);
  }

  @Override
  public Optional<SqliteRebuildPart> visit(CreateSequence operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(AlterSequence operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameSequence operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropSequence operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(CreateView operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameView operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropView operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(CreateEnumType operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameEnumType operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropEnumType operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(AddEnumValue operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameEnumValue operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(CreateSchema operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RenameSchema operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DropSchema operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(InsertRows operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(UpdateRows operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(
      ValidateConstraint operation, List<DialectName> dialects) {
    return part(operation.table(), false);
  }

  @Override
  public Optional<SqliteRebuildPart> visit(SetSequenceOwner operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(DeleteRows operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(ExecuteSql operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(RunCode operation, List<DialectName> dialects) {
    return Optional.empty();
  }

  @Override
  public Optional<SqliteRebuildPart> visit(ForDialect operation, List<DialectName> dialects) {
    return Optional.empty();
  }
}
