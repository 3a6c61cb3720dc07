package dev.migrate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
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
import dev.migrate.operation.Declarations;
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
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.Row;
import dev.migrate.operation.RowChange;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.Undo;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Comment;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.Deferrability;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.MatchType;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the recorder records: the fluent form is the hand-built list of records. */
class OperationsTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final Column C =
      new Column(
          "c",
          SimpleType.BIGINT,
          false,
          Optional.of(Literal.of(1)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of("see"));
  private static final Index INDEX =
      new Index(
          Optional.of("ix"),
          List.of(
              IndexKey.column("c").descending(), IndexKey.expression(Expression.of("lower(d)"))),
          true,
          Optional.of(Expression.of("c > 0")),
          Optional.of("btree"),
          List.of("e"),
          true,
          true);
  private static final ForeignKey FOREIGN_KEY =
      new ForeignKey(
          Optional.empty(),
          List.of("c"),
          QualifiedName.of("u"),
          List.of("id"),
          ReferentialAction.CASCADE,
          ReferentialAction.SET_NULL,
          Deferrability.INITIALLY_DEFERRED,
          false,
          true,
          MatchType.FULL,
          List.of());

  @Test
  void everyWordRecordsTheOperationThatItNames() {
    records(
        op -> op.createTable("s.t", column("c", bigint()).notNull(), primaryKey("c"), comment("x")),
        new CreateTable(
            new Table(
                QualifiedName.in("s", "t"),
                List.of(Column.of("c", SimpleType.BIGINT).notNull()),
                List.of(PrimaryKey.of(List.of("c")).named("pk_t")),
                List.of(),
                Optional.of("x"),
                List.of())));
    records(op -> op.dropTable("t"), new DropTable(T));
    records(op -> op.renameTable("t", "a.b"), new RenameTable(T, "a.b"));
    records(
        op -> op.commentOnTable("t", noComment()),
        new CommentOnTable(T, new Comment(Optional.empty())));
    records(
        op -> op.addColumn("t", column("c", bigint()).notNull().defaultTo(1).comment("see")),
        new AddColumn(T, C));
    records(
        op -> op.alterColumn("t", "c", type(text()).using("c::text"), notNull(), defaultTo("x")),
        new AlterColumn(
            T,
            "c",
            List.of(
                new TypeChange(SimpleType.TEXT, Optional.of(Expression.of("c::text"))),
                new NullabilityChange(false),
                new DefaultChange(Optional.of(Literal.of("x"))))));
    records(op -> op.renameColumn("t", "c", "d"), new RenameColumn(T, "c", "d"));
    records(op -> op.dropColumn("t", "c"), new DropColumn(T, "c"));
    records(
        op ->
            op.addPrimaryKey(
                "t", primaryKey("c", "d").named("k").initiallyDeferred().including("e", "f")),
        new AddConstraint(
            T,
            new PrimaryKey(
                Optional.of("k"),
                List.of("c", "d"),
                Deferrability.INITIALLY_DEFERRED,
                List.of("e", "f"))));
    records(
        op -> op.addUnique("t", unique("c").nullsNotDistinct().deferrable().including("d")),
        new AddConstraint(
            T,
            new Unique(
                Optional.of("uq_t_c"),
                List.of("c"),
                true,
                Deferrability.INITIALLY_IMMEDIATE,
                List.of("d"))));
    records(
        op ->
            op.addForeignKey(
                "t",
                foreignKey("c")
                    .references("u", "id")
                    .onDelete(CASCADE)
                    .onUpdate(SET_NULL)
                    .matchFull()
                    .notEnforced()
                    .initiallyDeferred()),
        new AddConstraint(T, FOREIGN_KEY));
    records(
        op ->
            op.addCheck(
                "t",
                check(expression("c > 0").on(H2, "true")).named("k").notEnforced().atColumn("c")),
        new AddConstraint(
            T,
            new Check(
                Optional.of("k"),
                new Expression("c > 0", Map.of(H2, "true")),
                false,
                true,
                Optional.of("c"))));
    records(op -> op.renameConstraint("t", "a", "b"), new RenameConstraint(T, "a", "b"));
    records(op -> op.dropConstraint("t", "a"), new DropConstraint(T, "a"));
    records(
        op ->
            op.createIndex(
                "t",
                index(desc("c"), asc(expression("lower(d)")))
                    .unique()
                    .where("c > 0")
                    .using("btree")
                    .including("e")
                    .nullsNotDistinct()
                    .invisible()
                    .named("ix")),
        new CreateIndex(T, INDEX));
    records(op -> op.renameIndex("t", "a", "b"), new RenameIndex(T, "a", "b"));
    records(op -> op.createIndexConcurrently("t", INDEX), new CreateIndex(T, INDEX, true));
    records(op -> op.dropIndex("t", "a"), new DropIndex(T, "a"));
    records(op -> op.dropIndexConcurrently("t", "a"), new DropIndex(T, "a", true));
    records(op -> op.validateConstraint("t", "a"), new ValidateConstraint(T, "a"));
    records(
        op -> op.alterSequence("s", incrementedBy(2), noCache()),
        new AlterSequence(
            QualifiedName.of("s"),
            List.of(new IncrementChange(2), new CacheChange(Optional.empty()))));
    records(
        op -> op.setTableOption("t", tableOption(SQLITE, "STRICT")),
        new SetTableOption(T, SQLITE, Optional.of("STRICT")));
    records(
        op -> op.clearTableOption("t", SQLITE), new SetTableOption(T, SQLITE, Optional.empty()));
    records(
        op -> op.setSequenceOwner("s", "t", "c"),
        new SetSequenceOwner(QualifiedName.of("s"), Optional.of(new ColumnName(T, "c"))));
    records(
        op -> op.clearSequenceOwner("s"),
        new SetSequenceOwner(QualifiedName.of("s"), Optional.empty()));
    records(
        op -> {
          op.createSequence("t");
          op.createSequence(
              sequence("t")
                  .startingAt(5)
                  .incrementedBy(-1)
                  .type(integer())
                  .minimum(-9)
                  .maximum(9)
                  .cycling()
                  .cache(2));
        },
        new CreateSequence(Sequence.of(T)),
        new CreateSequence(
            new Sequence(
                T,
                5,
                -1,
                Optional.empty(),
                Optional.of(SimpleType.INTEGER),
                Optional.of(-9L),
                Optional.of(9L),
                true,
                Optional.of(2L))));
    records(op -> op.renameSequence("t", "u"), new RenameSequence(T, "u"));
    records(op -> op.dropSequence("t"), new DropSequence(T));
    records(
        op -> op.createView("t", view("SELECT 1").reads("u").reads("v", "a", "b")),
        new CreateView(
            new View(
                T,
                Optional.of(Expression.of("SELECT 1")),
                List.of(DataReference.of("u"), DataReference.of("v", "a", "b")))));
    records(op -> op.renameView("t", "u"), new RenameView(T, "u"));
    records(op -> op.dropView("t"), new DropView(T));
    records(
        op -> op.createEnumType("t", "a", "b"),
        new CreateEnumType(new EnumType(T, List.of("a", "b"))));
    records(op -> op.renameEnumType("t", "u"), new RenameEnumType(T, "u"));
    records(op -> op.dropEnumType("t"), new DropEnumType(T));
    records(
        op -> {
          op.addEnumValue("t", "a");
          op.addEnumValueBefore("t", "a", "b");
        },
        new AddEnumValue(T, "a", Optional.empty()),
        new AddEnumValue(T, "a", Optional.of("b")));
    records(op -> op.renameEnumValue("t", "a", "b"), new RenameEnumValue(T, "a", "b"));
    records(op -> op.createSchema("s.t"), new CreateSchema("s.t"));
    records(op -> op.renameSchema("s", "t"), new RenameSchema("s", "t"));
    records(op -> op.dropSchema("s"), new DropSchema("s"));
    InsertRows inserted =
        new InsertRows(
            T,
            List.of("a", "b"),
            List.of(
                new Row(List.of(Literal.of(1), Literal.NULL)),
                new Row(List.of(Literal.of(2), Literal.of("x")))));
    records(
        op -> {
          op.insert("t", columns("a", "b"), row(1, null), row(2, "x"));
          op.insert("t", columns("a", "b"), List.of(row(1, null), row(2, "x")));
        },
        inserted,
        inserted);
    records(
        op -> op.update("t", set("a", 1).set("b", 2).where("c", 3).and("d", null).needsNoUndo()),
        new UpdateRows(
            T,
            new RowChange(
                List.of(new Assignment("a", Literal.of(1)), new Assignment("b", Literal.of(2))),
                List.of(new Assignment("c", Literal.of(3)), new Assignment("d", Literal.NULL)),
                true)));
    records(
        op -> op.delete("t", columns("a"), row((Object) null)),
        new DeleteRows(T, List.of("a"), List.of(new Row(List.of(Literal.NULL)))));
    records(
        op ->
            op.execute(
                sql("X")
                    .on(H2, "Y")
                    .onlyOn(H2, MYSQL)
                    .reads("a")
                    .writes("b", "c")
                    .undoneBy("Z")
                    .means(o -> o.dropTable("t"))),
        new ExecuteSql(
            new Expression("X", Map.of(H2, "Y")),
            Set.of(MYSQL, H2),
            new Declarations(List.of(DataReference.of("a")), List.of(DataReference.of("b", "c"))),
            Undo.by(Expression.of("Z")),
            List.of(new DropTable(T))));
    records(
        op -> op.run(code("x", context -> {}).version(2).reads("a").writes("b").needsNoUndo()),
        new RunCode(
            "x",
            2,
            new Declarations(List.of(DataReference.of("a")), List.of(DataReference.of("b"))),
            Undo.NOT_NEEDED,
            Optional.empty(),
            Optional.empty()));
    records(
        op -> op.on(H2, h2 -> h2.dropTable("t")), new ForDialect(H2, List.of(new DropTable(T))));
    records(op -> op.add(new DropTable(T)), new DropTable(T));
  }

  private static void records(Consumer<Operations> fluent, Operation... byHand) {
    assertThat(upgrade(fluent)).containsExactly(byHand);
  }

  private static List<Operation> upgrade(Consumer<Operations> body) {
    return Recording.of(Revision.of(Lineage.of("x").root(), body)).upgrade();
  }

  @Test
  void operationsKeepTheirOrder() {
    records(
        op -> {
          op.dropTable("t");
          op.dropSequence("t");
          op.dropTable("t");
        },
        new DropTable(T),
        new DropSequence(T),
        new DropTable(T));
  }

  @Test
  void aSingleNullIsARowOfOneValue() {
    assertThat(row((Object[]) null)).isEqualTo(row((Object) null));
  }

  @Test
  void nothingIsRecordedAfterTheMethodHasReturned() {
    List<Operations> kept = new ArrayList<>();
    upgrade(
        op -> {
          kept.add(op);
          op.on(H2, kept::add);
          op.execute(sql("X").means(kept::add));
        });
    assertThat(kept).hasSize(3);
    for (Operations op : kept) {
      assertThatThrownBy(() -> op.dropTable("t"))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("had returned")
          .hasMessageContaining("do not keep the Operations");
    }
  }

  @Test
  void undoUpgradeBelongsIntoADowngradeAndOnce() {
    assertThatThrownBy(() -> upgrade(Operations::undoUpgrade))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("undoUpgrade() was called in upgrade");
    assertThatThrownBy(() -> upgrade(op -> op.on(H2, Operations::undoUpgrade)))
        .hasMessageContaining("call it once, in downgrade(…)");
    assertThatThrownBy(
            () ->
                downgrade(
                    op -> {
                      op.undoUpgrade();
                      op.undoUpgrade();
                    }))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("undoUpgrade() was called twice");
  }

  @Test
  void aDowngradeIsTheUndoneUpgradeAndWhatIsSaidAroundIt() {
    assertThat(downgrade(Operations::undoUpgrade)).isEqualTo(Recording.Downgrade.DERIVED);
    assertThat(
            downgrade(
                op -> {
                  op.dropTable("t");
                  op.undoUpgrade();
                  op.dropSequence("t");
                }))
        .isEqualTo(
            new Recording.Downgrade(List.of(new DropTable(T)), true, List.of(new DropSequence(T))));
    assertThat(downgrade(op -> op.dropTable("t")))
        .isEqualTo(new Recording.Downgrade(List.of(new DropTable(T)), false, List.of()));
    assertThat(downgrade(op -> {})).isEqualTo(new Recording.Downgrade(List.of(), false, List.of()));
  }

  private static Recording.Downgrade downgrade(Consumer<Operations> body) {
    return Recording.of(
            new Revision() {
              @Override
              public Lineage lineage() {
                return Lineage.of("x").root();
              }

              @Override
              public void upgrade(Operations op) {}

              @Override
              public void downgrade(Operations op) {
                body.accept(op);
              }
            })
        .downgrade();
  }
}
