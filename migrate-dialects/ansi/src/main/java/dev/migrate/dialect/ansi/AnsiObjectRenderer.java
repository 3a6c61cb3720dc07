package dev.migrate.dialect.ansi;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Renders operations on sequences, views, enum types and schemas as standard SQL. Immutable and
 * thread-safe; to be extended as {@link AnsiRenderer}.
 */
public abstract class AnsiObjectRenderer extends AnsiIndexRenderer {

  AnsiObjectRenderer(AnsiDefinitions definitions) {
    super(definitions);
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

  /**
   * Not in the standard as a whole, which alters neither the type, the start nor the cache; most
   * engines agree on this form.
   */
  @Override
  public List<Statement> visit(AlterSequence operation, RenderContext context) {
    QualifiedName name = operation.sequence();
    Sequence after = operation.applyTo(context.before()).sequence(name);
    String clauses =
        new SequenceClauses(
                definitions,
                context.before(),
                withNeededLimits(context.before().sequence(name)),
                withNeededLimits(after),
                defaultCache(context.before().sequence(name)),
                defaultCache(after),
                noCycle())
            .of(operation);
    return clauses.isEmpty() ? List.of() : one("ALTER SEQUENCE " + name(name) + clauses, operation);
  }

  /** The sequence with the limits that have to be stated for its start; as it is by default. */
  protected Sequence withNeededLimits(Sequence sequence) {
    return sequence;
  }

  /** How many values a session allocates at once if the sequence does not say; 1 by default. */
  protected long defaultCache(Sequence sequence) {
    return 1;
  }

  /** The words that make a sequence end with its last value. */
  protected String noCycle() {
    return "NO CYCLE";
  }

  /** Not in the standard, where no column owns a sequence. */
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

  @Override
  public List<Statement> visit(CreateEnumType operation, RenderContext context) {
    return enumType(operation);
  }

  @Override
  public List<Statement> visit(RenameEnumType operation, RenderContext context) {
    return enumType(operation);
  }

  @Override
  public List<Statement> visit(DropEnumType operation, RenderContext context) {
    return enumType(operation);
  }

  /**
   * Creates, renames or drops an enum type. The standard has none, so it is refused here. Where a
   * column lists the labels of its type, nothing happens until a column has the type.
   */
  protected List<Statement> enumType(Operation operation) {
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
}
