package dev.migrate.engine.json;

import dev.migrate.operation.*;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.SetTableOption;
import dev.migrate.schema.*;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.ValueTypeChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Operations of every kind, with everything that can be said in them. */
final class RecordingSamples {

  /** Quotes, control characters, other scripts, a surrogate pair, and what JSON escapes. */
  static final String HOSTILE =
      "a\"b'c`d\\e/f\b\f\n\r"
          + "\t\u0001\u007f\u0085\u00e9e\u0301\u2028\ufeff\ud83d\ude00 {}[]:,\u212a";

  private static final QualifiedName ACCOUNT = QualifiedName.of("account");
  private static final QualifiedName INVOICE = QualifiedName.of("billing.invoice");
  private static final QualifiedName HOSTILE_NAME = QualifiedName.in("we.ird", "\"" + HOSTILE);
  private static final Optional<String> NO_TEXT = Optional.empty();
  private static final Expression VARYING =
      Expression.of("lower(x)")
          .on(DialectName.MYSQL, HOSTILE)
          .on(DialectName.H2, "h")
          .on(DialectName.POSTGRESQL, "p");

  private RecordingSamples() {}

  static List<Operation> all() {
    return List.of(
        new CreateTable(table()),
        new CreateTable(
            Table.of(HOSTILE_NAME, List.of(Column.of(HOSTILE, SimpleType.TEXT).comment(HOSTILE)))),
        new DropTable(INVOICE),
        new DropTable(HOSTILE_NAME),
        new RenameTable(ACCOUNT, "user"),
        new CommentOnTable(ACCOUNT, new Comment(Optional.of(HOSTILE))),
        new CommentOnTable(ACCOUNT, new Comment(NO_TEXT)),
        new SetTableOption(ACCOUNT, DialectName.MYSQL, Optional.of("ENGINE=\"\u00e9\"")),
        new SetTableOption(INVOICE, DialectName.SQLITE, Optional.empty()),
        new AddColumn(ACCOUNT, Column.of("email", new CharacterType(320, false)).notNull()),
        new AddColumn(
            INVOICE, Column.of("total", SimpleType.INTEGER).virtualAs(VARYING).collate("C")),
        new AddColumn(
            INVOICE,
            Column.of("flag", SimpleType.BOOLEAN.on(DialectName.MYSQL, SimpleType.SMALLINT))
                .defaultTo(true)),
        new AlterColumn(
            ACCOUNT,
            "age",
            List.of(
                new TypeChange(SimpleType.BIGINT, Optional.of(VARYING)),
                new NullabilityChange(true),
                new DefaultChange(Optional.of(Literal.of(1))),
                new CollationChange(Optional.of("de_DE")),
                new Comment(Optional.of("years")))),
        new AlterColumn(
            ACCOUNT,
            "id",
            List.of(
                new TypeChange(SimpleType.BIGINT, Optional.empty()),
                new NullabilityChange(false),
                new DefaultChange(Optional.empty()),
                new IdentityChange(Optional.of(IdentityMode.ALWAYS)),
                new CollationChange(NO_TEXT),
                new Comment(NO_TEXT))),
        new AlterColumn(
            ACCOUNT,
            "id",
            List.of(
                new IdentityChange(Optional.empty()),
                new DefaultChange(Optional.of(Literal.NULL)))),
        new RenameColumn(ACCOUNT, "username", HOSTILE),
        new DropColumn(ACCOUNT, "legacy"),
        new AddConstraint(ACCOUNT, PrimaryKey.of(List.of("id", "x"))),
        new AddConstraint(
            ACCOUNT, PrimaryKey.of(List.of("id")).initiallyDeferred().including(HOSTILE)),
        new AddConstraint(ACCOUNT, Unique.of(List.of("login")).named(HOSTILE)),
        new AddConstraint(
            ACCOUNT, Unique.of(List.of("a")).nullsNotDistinct().deferrable().including("b")),
        new AddConstraint(ACCOUNT, Check.of(VARYING)),
        new AddConstraint(ACCOUNT, Check.of(VARYING).notEnforced().atColumn(HOSTILE)),
        new AddConstraint(ACCOUNT, setNull()),
        new AddConstraint(ACCOUNT, foreignKey()),
        new AddConstraint(ACCOUNT, Check.of(VARYING).notValid()),
        new ValidateConstraint(ACCOUNT, "ck"),
        new RenameConstraint(ACCOUNT, "a", "b"),
        new DropConstraint(ACCOUNT, "uq_account_login"),
        new CreateIndex(ACCOUNT, Index.of(List.of(IndexKey.column("email")))),
        new CreateIndex(ACCOUNT, index()),
        new CreateIndex(ACCOUNT, manyWays(), true),
        new CreateIndex(ACCOUNT, hidden()),
        new RenameIndex(ACCOUNT, "a", "b"),
        new DropIndex(ACCOUNT, "ix_account_email"),
        new DropIndex(ACCOUNT, "ix_account_email", true),
        new CreateSequence(Sequence.of(INVOICE)),
        new CreateSequence(Sequence.of(INVOICE).startingAt(Long.MIN_VALUE).incrementedBy(-5)),
        new CreateSequence(
            Sequence.of(INVOICE)
                .type(SimpleType.INTEGER)
                .minimum(-1)
                .maximum(Long.MAX_VALUE)
                .cycling()
                .cache(20)),
        new CreateSequence(Sequence.of(INVOICE).ownedBy("account", "id")),
        new AlterSequence(
            INVOICE,
            List.of(
                new ValueTypeChange(Optional.of(SimpleType.INTEGER)),
                new StartChange(Long.MIN_VALUE),
                new IncrementChange(-5),
                new MinimumChange(Optional.of(Long.MIN_VALUE)),
                new MaximumChange(Optional.of(Long.MAX_VALUE)),
                new CycleChange(true),
                new CacheChange(Optional.of(20L)))),
        new AlterSequence(
            INVOICE,
            List.of(
                new ValueTypeChange(Optional.empty()),
                new MinimumChange(Optional.empty()),
                new MaximumChange(Optional.empty()),
                new CycleChange(false),
                new CacheChange(Optional.empty()))),
        new SetSequenceOwner(INVOICE, Optional.of(new ColumnName(ACCOUNT, HOSTILE))),
        new SetSequenceOwner(INVOICE, Optional.empty()),
        new RenameSequence(INVOICE, "b"),
        new DropSequence(INVOICE),
        new CreateView(
            new View(
                INVOICE,
                Optional.of(VARYING),
                List.of(DataReference.of("account"), DataReference.of("b.c", "d", HOSTILE)))),
        new CreateView(new View(INVOICE, Optional.empty(), List.of())),
        new RenameView(INVOICE, "b"),
        new DropView(INVOICE),
        new CreateEnumType(new EnumType(INVOICE, List.of("happy", HOSTILE))),
        new RenameEnumType(INVOICE, "b"),
        new DropEnumType(INVOICE),
        new AddEnumValue(INVOICE, "glad", Optional.of("happy")),
        new AddEnumValue(INVOICE, HOSTILE, NO_TEXT),
        new RenameEnumValue(INVOICE, "a", "b"),
        new CreateSchema("billing"),
        new RenameSchema("a", "b"),
        new DropSchema("a.b"),
        new InsertRows(INVOICE, columnsOfLiterals(), List.of(new Row(List.copyOf(literals())))),
        new UpdateRows(
            ACCOUNT, RowChange.set("a", 1).set("b", HOSTILE).where("c", null).and("d", true)),
        new UpdateRows(ACCOUNT, RowChange.set("a", null).inEveryRow().needsNoUndo()),
        new DeleteRows(ACCOUNT, List.of("id"), List.of(Row.of(1), Row.of(2))),
        new ExecuteSql(
            Expression.of("VACUUM"), Set.of(), Declarations.NONE, Undo.NOT_STATED, List.of()),
        new ExecuteSql(
            Expression.of("VACUUM"),
            Set.of(),
            Declarations.NONE,
            Undo.NOT_NEEDED,
            List.of(),
            true,
            false),
        new ExecuteSql(
            Expression.of("ANALYZE"),
            Set.of(),
            Declarations.NONE,
            Undo.NOT_NEEDED,
            List.of(),
            false,
            true),
        new ExecuteSql(
            Expression.of("CREATE FUNCTION f"),
            Set.of(),
            new Declarations(
                List.of(),
                List.of(),
                List.of(new ObjectReference("function", "f")),
                List.of(new ObjectReference("trigger", HOSTILE)),
                List.of(new ObjectReference("extension", "math"))),
            Undo.NOT_NEEDED,
            List.of()),
        new ExecuteSql(
            VARYING,
            Set.of(DialectName.POSTGRESQL, DialectName.H2, DialectName.MYSQL),
            new Declarations(List.of(DataReference.of("a", "b")), List.of(DataReference.of("c"))),
            Undo.by(VARYING),
            List.of(new CreateSchema("x"), new DropSchema("x"))),
        new ExecuteSql(
            Expression.of(HOSTILE), Set.of(), Declarations.NONE, Undo.NOT_NEEDED, List.of()),
        new RunCode(
            "import avatars",
            1,
            Declarations.NONE,
            Undo.NOT_STATED,
            Optional.of(context -> {}),
            Optional.empty()),
        new RunCode(
            HOSTILE,
            -3,
            new Declarations(List.of(DataReference.of("a", "b")), List.of(DataReference.of("c"))),
            Undo.by(VARYING),
            Optional.of(context -> {}),
            Optional.of(context -> {})),
        new ForDialect(DialectName.POSTGRESQL, List.of()),
        new ForDialect(
            DialectName.POSTGRESQL,
            List.of(
                new CreateSchema("x"),
                new ForDialect(new DialectName("citus_12"), List.of(new DropSchema("x"))))));
  }

  private static Index manyWays() {
    return Index.of(
        List.of(
            IndexKey.column("body").prefix(20),
            IndexKey.column("name").operatorClass("gin_trgm_ops").descending().nullsLast(),
            IndexKey.expression(VARYING).nullsFirst()));
  }

  private static Index hidden() {
    IndexKey key = IndexKey.column("mail").operatorClass("gist_trgm_ops(siglen=32)");
    return Index.of(List.of(key.collate(HOSTILE))).nullsNotDistinct().invisible();
  }

  /** Every type, and every default. */
  private static Table table() {
    List<TableElement> elements = new ArrayList<>();
    elements.add(Column.of("id", SimpleType.BIGINT).identity());
    for (DataType type : types()) {
      elements.add(Column.of("t" + elements.size(), type));
    }
    for (DefaultValue value : defaults()) {
      elements.add(Column.of("d" + elements.size(), new NativeType("any")).defaultTo(value));
    }
    elements.add(Column.of("team_id", SimpleType.BIGINT).notNull());
    elements.add(Column.of("stored", SimpleType.TEXT).storedAs("t1 || 'x'").collate("C"));
    elements.add(PrimaryKey.of(List.of("id")));
    elements.add(ForeignKey.of(List.of("team_id")).references("team"));
    elements.add(Index.of(List.of(IndexKey.column("team_id"))));
    elements.add(Check.of(Expression.of("id > 0")).named("positive"));
    elements.add(new Comment(Optional.of("who logs in")));
    elements.add(new TableOption(DialectName.SQLITE, "STRICT"));
    elements.add(new TableOption(DialectName.MYSQL, HOSTILE.replace(";", "")));
    return Table.of(ACCOUNT, elements);
  }

  private static List<DataType> types() {
    List<DataType> types = new ArrayList<>(List.of(SimpleType.values()));
    types.addAll(
        List.of(
            new DecimalType(10, 2),
            new CharacterType(64, false),
            new CharacterType(2, true),
            new BinaryType(16),
            new TimeType(6),
            new TimeType(0),
            new TimestampType(6, false),
            new TimestampType(3, true),
            new EnumReference(INVOICE),
            new EnumLabels(List.of("a", HOSTILE)),
            new ArrayType(SimpleType.INTEGER),
            new NativeType("geography(Point,4326)"),
            SimpleType.TEXT
                .on(DialectName.MYSQL, new NativeType("mediumtext"))
                .on(DialectName.H2, new CharacterType(9, false))));
    return types;
  }

  private static List<DefaultValue> defaults() {
    List<DefaultValue> defaults = new ArrayList<>(literals());
    defaults.addAll(
        List.of(
            new CurrentTimestamp(),
            new CurrentDate(),
            new NextValue(INVOICE),
            Expression.of("now()"),
            VARYING,
            Literal.of(1)
                .on(DialectName.MYSQL, Expression.of("(2)"))
                .on(DialectName.H2, Literal.NULL)));
    return defaults;
  }

  static List<Literal> literals() {
    return List.of(
        Literal.NULL,
        Literal.of(true),
        Literal.of(false),
        Literal.of(-7),
        Literal.of(new BigDecimal("1.10")),
        Literal.of(new BigDecimal("0.000")),
        Literal.of(new BigDecimal("1E+30")),
        Literal.of(new BigDecimal("-123456789012345678901234567890.123456789")),
        Literal.of(HOSTILE),
        Literal.of(""),
        Literal.of("null"),
        Literal.of(LocalDate.of(2026, 1, 31)),
        Literal.of(LocalTime.of(23, 59, 59, 1)),
        Literal.of(LocalDateTime.of(2026, 1, 31, 0, 0)),
        Literal.of(Instant.parse("2026-01-31T12:00:00.123456789Z")),
        Literal.of(UUID.fromString("00000000-0000-0001-0000-000000000002")),
        Literal.of(new byte[] {0, -1, 127}));
  }

  private static List<String> columnsOfLiterals() {
    List<String> columns = new ArrayList<>();
    literals().forEach(literal -> columns.add("c" + columns.size()));
    return columns;
  }

  private static ForeignKey foreignKey() {
    return ForeignKey.of(List.of("a", "b"))
        .references("billing.invoice", "c", "d")
        .onDelete(ReferentialAction.SET_NULL)
        .onUpdate(ReferentialAction.CASCADE)
        .initiallyDeferred()
        .named("fk");
  }

  private static ForeignKey setNull() {
    return ForeignKey.of(List.of("a", "b"))
        .references("billing.invoice")
        .onDelete(ReferentialAction.SET_NULL, "b")
        .matchFull()
        .notEnforced();
  }

  private static Index index() {
    return Index.of(List.of(IndexKey.column("a").descending(), IndexKey.expression(VARYING)))
        .unique()
        .where(VARYING)
        .using("gin")
        .including("b", HOSTILE)
        .named("ix");
  }
}
