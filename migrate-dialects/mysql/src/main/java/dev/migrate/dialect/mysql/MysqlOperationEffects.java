package dev.migrate.dialect.mysql;

import dev.migrate.dialect.mysql.MysqlEffects.Effect;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.Assignment;
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
import dev.migrate.operation.RowChange;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Literal;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TypeChange;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The effects of each operation that depend on the settings of the session. */
final class MysqlOperationEffects implements OperationVisitor<MysqlEffects, MysqlEffects> {

  private static MysqlEffects rows(Stream<? extends DefaultValue> values) {
    return new MysqlEffects(
        Set.of(Effect.CHECKS_FOREIGN_KEYS),
        values.filter(Literal.class::isInstance).map(Literal.class::cast).toList());
  }

  @Override
  public MysqlEffects visit(CreateTable operation, MysqlEffects none) {
    return MysqlEffects.of(
        operation.table().options().isEmpty() ? Effect.LEAVES_ROWS : Effect.NAMES_ENGINE);
  }

  @Override
  public MysqlEffects visit(DropTable operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(RenameTable operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(CommentOnTable operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(SetTableOption operation, MysqlEffects none) {
    return MysqlEffects.of(Effect.NAMES_ENGINE);
  }

  @Override
  public MysqlEffects visit(AddColumn operation, MysqlEffects none) {
    Column column = operation.column();
    boolean isEmpty =
        column.nullable()
            && column.defaultValue().isEmpty()
            && column.identityMode().isEmpty()
            && column.generated().isEmpty();
    return isEmpty ? MysqlEffects.LEAVES_ROWS : none;
  }

  @Override
  public MysqlEffects visit(AlterColumn operation, MysqlEffects none) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    for (ColumnChange change : operation.changes()) {
      if (change instanceof IdentityChange to && to.mode().isPresent()) {
        effects.add(Effect.NUMBERS_ROWS);
      } else if (change instanceof TypeChange to) {
        effects.add(Effect.CONVERTS_VALUES);
        if (to.type().on(List.of(DialectName.MYSQL)) == SimpleType.DATE) {
          effects.add(Effect.MAKES_DAYS);
        }
      }
    }
    return new MysqlEffects(effects, List.of());
  }

  @Override
  public MysqlEffects visit(RenameColumn operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(DropColumn operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(AddConstraint operation, MysqlEffects none) {
    return operation.constraint() instanceof ForeignKey
        ? MysqlEffects.of(Effect.CHECKS_FOREIGN_KEYS)
        : none;
  }

  @Override
  public MysqlEffects visit(RenameConstraint operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(DropConstraint operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(CreateIndex operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(RenameIndex operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(DropIndex operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(CreateSequence operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(AlterSequence operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(RenameSequence operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(DropSequence operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(CreateView operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(RenameView operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(DropView operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(CreateEnumType operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(RenameEnumType operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(DropEnumType operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(AddEnumValue operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(RenameEnumValue operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(CreateSchema operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(RenameSchema operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(DropSchema operation, MysqlEffects none) {
    return MysqlEffects.LEAVES_ROWS;
  }

  @Override
  public MysqlEffects visit(InsertRows operation, MysqlEffects none) {
    return rows(operation.rows().stream().flatMap(row -> row.values().stream()));
  }

  @Override
  public MysqlEffects visit(UpdateRows operation, MysqlEffects none) {
    RowChange change = operation.change();
    return rows(
        Stream.concat(change.assignments().stream(), change.conditions().stream())
            .map(Assignment::value));
  }

  @Override
  public MysqlEffects visit(ValidateConstraint operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(SetSequenceOwner operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(DeleteRows operation, MysqlEffects none) {
    return rows(operation.rows().stream().flatMap(row -> row.values().stream()));
  }

  @Override
  public MysqlEffects visit(ExecuteSql operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(RunCode operation, MysqlEffects none) {
    return none;
  }

  @Override
  public MysqlEffects visit(ForDialect operation, MysqlEffects none) {
    return none;
  }
}
