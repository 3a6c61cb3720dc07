package dev.migrate.dialect.ansi;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Says operations in standard SQL. Immutable and thread-safe.
 *
 * <p>Every statement changes one object, and its part is the operation that this statement alone
 * carries out: an operation that needs several is first taken apart into operations that need one.
 * Applying the parts one after the other gives what the operation gives.
 *
 * <p>A dialect overrides the {@code visit} method of an operation that it says differently, or one
 * of the smaller methods; what stands inside of statements it overrides in {@link AnsiDefinitions}.
 * What neither the standard nor most engines have is refused here.
 */
public class AnsiRenderer extends AnsiTableRenderer {

  private final AnsiRows rows;

  /**
   * Creates the renderer of a dialect.
   *
   * @param definitions the words inside of the statements
   * @param rows the statements that change rows
   */
  protected AnsiRenderer(AnsiDefinitions definitions, AnsiRows rows) {
    super(definitions);
    this.rows = rows;
  }

  /**
   * Creates the renderer of a dialect that changes rows as the standard does.
   *
   * @param definitions the words inside of the statements
   */
  protected AnsiRenderer(AnsiDefinitions definitions) {
    this(definitions, new AnsiRows(definitions));
  }

  /**
   * Creates the renderer of the standard itself.
   *
   * @param capabilities the database
   */
  public AnsiRenderer(Capabilities capabilities) {
    this(new AnsiDefinitions(capabilities));
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(CreateIndex operation, RenderContext context) {
    Index index = operation.index();
    String keys = String.join(", ", index.keys().stream().map(key -> key(index, key)).toList());
    String sql =
        (index.isUnique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
            + name(index.requiredName())
            + " ON "
            + name(operation.table())
            + index.method().map(method -> method(index, method)).orElse("")
            + " ("
            + keys
            + ")"
            + (index.included().isEmpty() ? "" : included(index))
            + (index.isNullsNotDistinct() ? nullsNotDistinct(index) : "")
            + index.where().map(condition -> where(index, condition)).orElse("")
            + (index.isInvisible() ? invisible(index) : "");
    return one(sql, operation);
  }

  private String key(Index index, IndexKey key) {
    String what =
        key.column().map(this::name).orElseGet(() -> computed(key.expression().orElseThrow()));
    return what
        + (key.prefix() == 0 ? "" : prefix(index, key))
        + key.collation().map(name -> collation(index, name)).orElse("")
        + key.operatorClass().map(name -> operatorClass(index, name)).orElse("")
        + (key.isDescending() ? " DESC" : "")
        + key.nulls().map(order -> nulls(index, order)).orElse("");
  }

  /**
   * How much of a column counts in an index. An index over the whole column serves as well, unless
   * it is unique.
   *
   * @param index the index
   * @param key its part, which has a prefix
   * @return the SQL after the column
   * @throws UnsupportedByDialectException here if the index is unique
   */
  protected String prefix(Index index, IndexKey key) {
    if (index.isUnique()) {
      throw definitions.unsupported(
          "the unique index " + index.requiredName() + " over the beginning of a column",
          "leave prefix(…) out if the whole value must be unique, or add a column that is"
              + " storedAs(\"substring(…)\") and make that unique");
    }
    return "";
  }

  private String collation(Index index, String name) {
    String what = "the collation " + name + " of index " + index.requiredName();
    return definitions.words(SqlFeature.INDEX_COLLATION, what, "") + definitions.collation(name);
  }

  /**
   * How a unique index treats NULL as a value like any other.
   *
   * @param index the index
   * @return the SQL after the parts, with a space in front
   * @throws UnsupportedByDialectException if the database cannot
   */
  protected String nullsNotDistinct(Index index) {
    String what = "the index " + index.requiredName() + " in which NULL equals NULL";
    return definitions.words(SqlFeature.NULLS_NOT_DISTINCT, what, " NULLS NOT DISTINCT");
  }

  /**
   * How an index is hidden from queries.
   *
   * @param index the index
   * @return the SQL at the end of the statement, with a space in front
   * @throws UnsupportedByDialectException here; MySQL and MariaDB have it
   */
  protected String invisible(Index index) {
    throw definitions.unsupported(
        "the invisible index " + index.requiredName(),
        "leave invisible() out, or do not create the index where it cannot be hidden");
  }

  /**
   * How an index compares values.
   *
   * @param index the index
   * @param operatorClass the name of the way
   * @return the SQL, with a space in front
   * @throws UnsupportedByDialectException here; PostgreSQL has it
   */
  protected String operatorClass(Index index, String operatorClass) {
    throw definitions.unsupported(
        "the operator class " + operatorClass + " of index " + index.requiredName(),
        "leave operatorClass(…) out, or create the index with op.on(…) where it is known");
  }

  /**
   * Where an index has its NULLs.
   *
   * @param index the index
   * @param order the place
   * @return the SQL, with a space in front
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String nulls(Index index, NullsOrder order) {
    throw definitions.unsupported(
        "the index " + index.requiredName() + " with a place for NULLs",
        "leave nullsFirst() or nullsLast() out");
  }

  /**
   * A part of an index that is computed.
   *
   * @param expression the computation
   * @return the SQL
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String computed(Expression expression) {
    String sql = definitions.expression(expression);
    throw definitions.unsupported(
        "an index over the expression " + sql,
        "add a column that is storedAs(\"" + sql + "\"), and an index over that column");
  }

  /**
   * How an index is built.
   *
   * @param index the index
   * @param method the method
   * @return the SQL, with a space in front
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String method(Index index, String method) {
    throw definitions.unsupported(
        "the method " + method + " of index " + index.requiredName(),
        "leave using(…) out, or create the index with op.on(…) where the method is known");
  }

  /**
   * The columns that an index carries beside its keys.
   *
   * @param index the index
   * @return the SQL, with a space in front
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String included(Index index) {
    throw definitions.unsupported(
        "index " + index.requiredName() + " including " + String.join(", ", index.included()),
        "make those columns the last keys of the index, or leave including(…) out");
  }

  /**
   * The rows that an index is over.
   *
   * @param index the index
   * @param condition what the rows fulfil
   * @return the SQL, with a space in front
   * @throws UnsupportedByDialectException here; some engines have it
   */
  protected String where(Index index, Expression condition) {
    String sql = definitions.expression(condition);
    throw definitions.unsupported(
        "index " + index.requiredName() + " over the rows where " + sql,
        index.isUnique()
            ? "add a column that is storedAs(\"CASE WHEN "
                + sql
                + " THEN … END\"), and make that unique"
            : "leave where(…) out: the index is larger, and answers the same queries");
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameIndex operation, RenderContext context) {
    QualifiedName index = operation.table().sibling(operation.index());
    String names = name(index) + " RENAME TO " + name(operation.newName());
    return one("ALTER INDEX " + names, operation);
  }

  /** An index is named in the schema of its table. */
  @Override
  public List<Statement> visit(DropIndex operation, RenderContext context) {
    QualifiedName index = operation.table().sibling(operation.index());
    return one("DROP INDEX " + name(index), operation);
  }

  @Override
  public List<Statement> visit(CreateSequence operation, RenderContext context) {
    Sequence sequence = operation.sequence();
    String sql = "CREATE SEQUENCE " + name(sequence.name()) + options(sequence, context.before());
    return sequence.ownedBy().isPresent()
        ? each(
            List.of(
                new CreateSequence(sequence.withOwner(Optional.empty())),
                new SetSequenceOwner(sequence.name(), sequence.ownedBy())),
            context)
        : one(sql, operation);
  }

  private String options(Sequence sequence, Schema schema) {
    String what = "the sequence " + sequence.name();
    return sequence.type().map(type -> type(what, type, schema)).orElse("")
        + " START WITH "
        + sequence.start()
        + " INCREMENT BY "
        + sequence.increment()
        + sequence.minimum().map(value -> limit(what, " MINVALUE ", value)).orElse("")
        + sequence.maximum().map(value -> limit(what, " MAXVALUE ", value)).orElse("")
        + (sequence.cycles()
            ? definitions.words(SqlFeature.SEQUENCE_CYCLE, what + " that cycles", " CYCLE")
            : "")
        + sequence
            .cache()
            .map(
                values ->
                    definitions.words(
                        SqlFeature.SEQUENCE_CACHE,
                        what + " with the cache " + values,
                        " CACHE " + values))
            .orElse("");
  }

  private String type(String what, DataType type, Schema schema) {
    String sql = type.on(definitions.dialects()).accept(definitions.types(schema));
    return definitions.words(SqlFeature.SEQUENCE_TYPE, what + " of type " + type, " AS " + sql);
  }

  private String limit(String what, String words, long value) {
    String limited = what + " with the limit " + value;
    return definitions.words(SqlFeature.SEQUENCE_LIMITS, limited, words + value);
  }

  /** Not in the standard: a sequence belongs to nobody. */
  @Override
  public List<Statement> visit(SetSequenceOwner operation, RenderContext context) {
    if (operation.owner().isEmpty()
        && context.before().sequence(operation.sequence()).ownedBy().isEmpty()) {
      return List.of();
    }
    throw definitions.unsupported(
        operation.toString(),
        "make the column an identity(), or drop the sequence in an operation of its own");
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameSequence operation, RenderContext context) {
    String names = name(operation.sequence()) + " RENAME TO " + name(operation.newName());
    return one("ALTER SEQUENCE " + names, operation);
  }

  @Override
  public List<Statement> visit(DropSequence operation, RenderContext context) {
    return one("DROP SEQUENCE " + name(operation.sequence()), operation);
  }

  @Override
  public List<Statement> visit(CreateView operation, RenderContext context) {
    QualifiedName view = operation.view().name();
    Expression query =
        operation
            .view()
            .query()
            .orElseThrow(
                () ->
                    definitions.unsupported(
                        "the view " + view + ", whose query is not known,",
                        "create it with view(\"SELECT …\")"));
    return one("CREATE VIEW " + name(view) + " AS " + definitions.expression(query), operation);
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameView operation, RenderContext context) {
    String names = name(operation.view()) + " RENAME TO " + name(operation.newName());
    return one("ALTER VIEW " + names, operation);
  }

  @Override
  public List<Statement> visit(DropView operation, RenderContext context) {
    return one("DROP VIEW " + name(operation.view()), operation);
  }

  /** Enum types are refused: the standard has none, and engines have them in two different ways. */
  @Override
  public List<Statement> visit(CreateEnumType operation, RenderContext context) {
    throw noEnums(operation);
  }

  @Override
  public List<Statement> visit(RenameEnumType operation, RenderContext context) {
    throw noEnums(operation);
  }

  @Override
  public List<Statement> visit(DropEnumType operation, RenderContext context) {
    throw noEnums(operation);
  }

  @Override
  public List<Statement> visit(AddEnumValue operation, RenderContext context) {
    throw noEnums(operation);
  }

  @Override
  public List<Statement> visit(RenameEnumValue operation, RenderContext context) {
    throw noEnums(operation);
  }

  private UnsupportedByDialectException noEnums(Operation operation) {
    return definitions.unsupported(
        operation.toString(), "use varchar(…) columns with check(\"… IN ('…', '…')\")");
  }

  @Override
  public List<Statement> visit(CreateSchema operation, RenderContext context) {
    return one("CREATE SCHEMA " + name(operation.namespace()), operation);
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameSchema operation, RenderContext context) {
    String names = name(operation.namespace()) + " RENAME TO " + name(operation.newName());
    return one("ALTER SCHEMA " + names, operation);
  }

  @Override
  public List<Statement> visit(DropSchema operation, RenderContext context) {
    return one("DROP SCHEMA " + name(operation.namespace()), operation);
  }

  @Override
  public List<Statement> visit(InsertRows operation, RenderContext context) {
    return rows.insert(operation, context.before().table(operation.table()));
  }

  @Override
  public List<Statement> visit(UpdateRows operation, RenderContext context) {
    return rows.update(operation, context.before().table(operation.table()));
  }

  @Override
  public List<Statement> visit(DeleteRows operation, RenderContext context) {
    return rows.delete(operation, context.before().table(operation.table()));
  }

  /** The statement for this dialect, verbatim; nothing if it is for others alone. */
  @Override
  public List<Statement> visit(ExecuteSql operation, RenderContext context) {
    if (operation.on(definitions.dialects()).isEmpty()) {
      return List.of();
    }
    String sql = operation.sql().on(definitions.dialects()).text();
    Statement statement = new Statement(kind(operation), sql, operation);
    return List.of(operation.isOutsideTransaction() ? statement.outsideTransaction() : statement);
  }

  /** Rows that change outside of a transaction share none with the history, so nobody knows. */
  private static Kind kind(ExecuteSql operation) {
    if (!operation.meaning().isEmpty()) {
      return Kind.STRUCTURE;
    }
    Declarations declared = operation.declarations();
    boolean rows =
        !declared.writes().isEmpty() && declared.creates().isEmpty() && declared.drops().isEmpty();
    return rows && !operation.isOutsideTransaction() ? Kind.DATA : Kind.OPAQUE;
  }

  @Override
  public List<Statement> visit(RunCode operation, RenderContext context) {
    return List.of(new Statement(Kind.CODE, operation.toString(), operation));
  }

  /** What the group has for this dialect. */
  @Override
  public List<Statement> visit(ForDialect operation, RenderContext context) {
    return each(operation.on(definitions.dialects()), context);
  }
}
