package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiRenderer;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Comment;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.ValueTypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Renders operations on indexes, keys, sequences, types and schemas as SQL for PostgreSQL.
 * Immutable and thread-safe; the rest is in {@link PostgresqlRenderer}.
 */
abstract class PostgresqlObjectRenderer extends AnsiRenderer {

  /** What stands inside of the statements. */
  protected final PostgresqlDefinitions words;

  /** What indexes and keys cannot be over. */
  protected final PostgresqlRules rules;

  private final PostgresqlEnums enums;
  private final PostgresqlRawSql rawSql;

  PostgresqlObjectRenderer(PostgresqlDefinitions words) {
    super(words, new PostgresqlRows(words));
    this.words = words;
    this.rules = new PostgresqlRules(words);
    this.enums = new PostgresqlEnums(words);
    this.rawSql = new PostgresqlRawSql(words);
  }

  /**
   * An index that could not be built concurrently remains as an invalid one: it answers no query,
   * but has its name, and every change of the table is written to it.
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
   *     Indexes Concurrently in the manual</a>
   */
  @Override
  public List<Statement> visit(CreateIndex operation, RenderContext context) {
    Index index = operation.index();
    rules.require(context.before().table(operation.table()), index);
    if (!operation.concurrently()) {
      return super.visit(operation, context);
    }
    String sql = createIndex(operation, "CONCURRENTLY ");
    QualifiedName name = operation.table().sibling(index.requiredName());
    return List.of(
        Statement.structure(sql, operation)
            .outsideTransaction()
            .cleanedBy(
                invalid(index.requiredName(), name(operation.table())),
                "DROP INDEX CONCURRENTLY IF EXISTS " + name(name)));
  }

  /** An index of this table that is not valid; a valid one belongs to others. */
  private String invalid(String index, String table) {
    return "SELECT 1 FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE x.relname = "
        + words.literals().text(index)
        + " AND i.indrelid = to_regclass("
        + words.literals().text(table)
        + ") AND NOT i.indisvalid";
  }

  @Override
  protected List<Statement> tableOption(
      SetTableOption operation, String was, String then, RenderContext context) {
    return new PostgresqlOptionChange(words, operation, was, then)
        .sql().stream()
            .map(sql -> "ALTER TABLE " + name(operation.table()) + " " + sql)
            .map(sql -> Statement.structure(sql, operation))
            .toList();
  }

  @Override
  protected String computed(Expression expression) {
    return "(" + words.expression(expression) + ")";
  }

  @Override
  protected String method(Index index, String method) {
    return " USING " + name(method.toLowerCase(Locale.ROOT));
  }

  @Override
  protected String operatorClass(Index index, String operatorClass) {
    int options = operatorClass.indexOf('(');
    String plain = options < 0 ? operatorClass : operatorClass.substring(0, options).strip();
    QualifiedName name = QualifiedName.of(plain.toLowerCase(Locale.ROOT));
    return " "
        + name.namespace().map(part -> name(part) + ".").orElse("")
        + name(name.name())
        + (options < 0 ? "" : " " + operatorClass.substring(options));
  }

  @Override
  protected String nulls(Index index, NullsOrder order) {
    return " NULLS " + order;
  }

  @Override
  protected String included(Index index) {
    return " INCLUDE " + words.names().list(index.included());
  }

  @Override
  protected String where(Index index, Expression condition) {
    return " WHERE " + words.expression(condition);
  }

  /** A foreign key may keep to a unique index, which then cannot be dropped. */
  @Override
  public List<Statement> visit(DropIndex operation, RenderContext context) {
    Index index = context.before().table(operation.table()).index(operation.index());
    List<String> keys =
        index.keys().stream().map(IndexKey::column).flatMap(Optional::stream).toList();
    List<AddConstraint> back =
        index.isUnique() && index.where().isEmpty() && keys.size() == index.keys().size()
            ? referring(operation.table(), keys, context)
            : List.of();
    if (!back.isEmpty()) {
      return without(back, operation, context);
    }
    return operation.concurrently()
        ? dropConcurrently(operation, context)
        : super.visit(operation, context);
  }

  /**
   * The first statement leaves an index that is not valid if it is interrupted, and that looks as
   * if it were gone. So the second one repeats it; it changes nothing in the schema.
   */
  private List<Statement> dropConcurrently(DropIndex operation, RenderContext context) {
    Table table = context.before().table(operation.table());
    String name = name(operation.table().sibling(operation.index()));
    Operation nothing = new CommentOnTable(table.name(), new Comment(table.comment()));
    return List.of(
        Statement.structure("DROP INDEX CONCURRENTLY " + name, operation).outsideTransaction(),
        Statement.structure("DROP INDEX CONCURRENTLY IF EXISTS " + name, nothing)
            .outsideTransaction());
  }

  /**
   * A foreign key keeps to one of several keys over the columns that it refers to, and PostgreSQL
   * does not drop that one. Which one it is cannot be known here; so every foreign key that could
   * keep to it goes and comes back.
   */
  @Override
  public List<Statement> visit(DropConstraint operation, RenderContext context) {
    Constraint dropped =
        context.before().table(operation.table()).constraint(operation.constraint());
    boolean isKey = dropped instanceof PrimaryKey || dropped instanceof Unique;
    List<AddConstraint> back =
        isKey ? referring(operation.table(), dropped.columns(), context) : List.of();
    return back.isEmpty() ? super.visit(operation, context) : without(back, operation, context);
  }

  private static List<AddConstraint> referring(
      QualifiedName table, List<String> columns, RenderContext context) {
    List<AddConstraint> referring = new ArrayList<>();
    for (Table other : context.before().tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.target().equals(table)
            && Set.copyOf(key.targetColumns()).equals(Set.copyOf(columns))) {
          referring.add(new AddConstraint(other.name(), key));
        }
      }
    }
    return referring;
  }

  /** Drops foreign keys, does what they are in the way of, and adds them again. */
  private List<Statement> without(
      List<AddConstraint> keys, Operation operation, RenderContext context) {
    List<Operation> parts = new ArrayList<>();
    keys.forEach(
        key -> parts.add(new DropConstraint(key.table(), key.constraint().requiredName())));
    parts.add(operation);
    parts.addAll(keys);
    try {
      return each(parts, context);
    } catch (SchemaException inUse) {
      throw words.unsupported(
          operation + ", which a foreign key may use,",
          "drop the foreign key first, and add it again afterwards");
    }
  }

  /** By default, PostgreSQL counts up from 1 at least, and down from -1 at most. */
  @Override
  public List<Statement> visit(CreateSequence operation, RenderContext context) {
    Sequence sequence = withNeededLimits(operation.sequence());
    CreateSequence bare = new CreateSequence(sequence.withOwner(Optional.empty()));
    String owner = sequence.ownedBy().map(column -> " OWNED BY " + column(column)).orElse("");
    return List.of(Statement.structure(super.visit(bare, context).get(0).sql() + owner, operation));
  }

  @Override
  protected Sequence withNeededLimits(Sequence sequence) {
    return PostgresqlSequenceDefaults.withNeededLimits(sequence);
  }

  /**
   * With a new type PostgreSQL also moves the limits of the old one to those of the new one,
   * whatever {@code NO MINVALUE} and the direction say, so the type changes by itself.
   */
  @Override
  public List<Statement> visit(AlterSequence operation, RenderContext context) {
    Sequence before = context.before().sequence(operation.sequence());
    Sequence after = operation.applyTo(context.before()).sequence(operation.sequence());
    List<SequenceChange> type =
        operation.changes().stream().filter(ValueTypeChange.class::isInstance).toList();
    List<SequenceChange> others =
        operation.changes().stream().filter(change -> !type.contains(change)).toList();
    boolean turns = Long.signum(before.increment()) != Long.signum(after.increment());
    if (!turns || type.isEmpty() || others.isEmpty()) {
      return super.visit(operation, context);
    }
    AlterSequence typeAlone = new AlterSequence(operation.sequence(), type);
    AlterSequence withoutType = new AlterSequence(operation.sequence(), others);
    boolean isWider =
        after.type().isEmpty() || before.type().equals(Optional.of(SimpleType.SMALLINT));
    return each(
        isWider ? List.of(typeAlone, withoutType) : List.of(withoutType, typeAlone), context);
  }

  @Override
  public List<Statement> visit(SetSequenceOwner operation, RenderContext context) {
    String owner = operation.owner().map(this::column).orElse("NONE");
    return List.of(
        Statement.structure(
            "ALTER SEQUENCE " + name(operation.sequence()) + " OWNED BY " + owner, operation));
  }

  private String column(ColumnName column) {
    return name(column.table()) + "." + name(column.column());
  }

  /** Checks the rows while others can read and write them. */
  @Override
  public List<Statement> visit(ValidateConstraint operation, RenderContext context) {
    return List.of(
        Statement.structure(
            "ALTER TABLE "
                + name(operation.table())
                + " VALIDATE CONSTRAINT "
                + name(operation.constraint()),
            operation));
  }

  @Override
  public List<Statement> visit(CreateSchema operation, RenderContext context) {
    rules.requireOwnNamespace(operation.namespace());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameSchema operation, RenderContext context) {
    rules.requireOwnNamespace(operation.newName());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(ExecuteSql operation, RenderContext context) {
    rawSql.require(operation);
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(CreateEnumType operation, RenderContext context) {
    EnumType type = operation.enumType();
    return List.of(Statement.structure(enums.create(type), operation));
  }

  @Override
  public List<Statement> visit(RenameEnumType operation, RenderContext context) {
    return List.of(Statement.structure(enums.rename(operation), operation));
  }

  @Override
  public List<Statement> visit(DropEnumType operation, RenderContext context) {
    return List.of(Statement.structure("DROP TYPE " + name(operation.enumType()), operation));
  }

  /** A label that is added in a transaction can be used after it only; so it is added outside. */
  @Override
  public List<Statement> visit(AddEnumValue operation, RenderContext context) {
    return List.of(Statement.structure(enums.add(operation), operation).outsideTransaction());
  }

  @Override
  public List<Statement> visit(RenameEnumValue operation, RenderContext context) {
    return List.of(Statement.structure(enums.renameValue(operation), operation));
  }
}
