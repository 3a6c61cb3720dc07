package dev.migrate.dialect.h2;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiRenderer;
import dev.migrate.dialect.ansi.UnclearConversion;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.Check;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Index;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Renders operations as SQL for H2. Immutable and thread-safe.
 *
 * <p>H2 commits before and after every change of the schema.
 */
public final class H2Renderer extends AnsiRenderer {

  /** Between times with and without a zone H2 converts by the session's. */
  private static final SessionSetting UTC =
      new SessionSetting(
          "SELECT STATE_COMMAND FROM INFORMATION_SCHEMA.SESSION_STATE WHERE STATE_KEY = 'TIME"
              + " ZONE'",
          "SET TIME ZONE 'UTC'",
          command -> command.equals("LOCAL") ? "SET TIME ZONE LOCAL" : command,
          "LOCAL");

  private final H2Enums enums;
  private final H2Conversion conversion;
  private final H2Rules rules;

  /** Creates the renderer. */
  public H2Renderer(Capabilities capabilities) {
    this(capabilities, Optional.empty());
  }

  /** A renderer that writes a schema before names without a namespace. */
  H2Renderer(Capabilities capabilities, Optional<String> schema) {
    this(new H2Definitions(capabilities, schema));
  }

  private H2Renderer(H2Definitions definitions) {
    super(definitions, new H2Rows(definitions));
    this.enums = new H2Enums(definitions);
    this.conversion = new H2Conversion(definitions);
    this.rules = new H2Rules(definitions);
  }

  @Override
  public List<SessionSetting> settings(List<Statement> statements) {
    return statements.stream().anyMatch(H2Renderer::convertsTime) ? List.of(UTC) : List.of();
  }

  private static boolean convertsTime(Statement statement) {
    return statement.part() instanceof AlterColumn alteration
        && alteration.changes().stream()
            .anyMatch(change -> change instanceof TypeChange to && isTime(to.type()));
  }

  private static boolean isTime(DataType type) {
    return type instanceof TimestampType
        || type instanceof TimeType
        || type instanceof NativeType
        || type instanceof ArrayType
        || type == SimpleType.DATE;
  }

  /**
   * H2 copies a table to change the type of a column, and then does not find a column that a text
   * names with its table (error 42122). So texts name columns alone.
   */
  @Override
  public List<Statement> visit(CreateTable operation, RenderContext context) {
    Table table = operation.table();
    table.foreignKeys().forEach(key -> rules.requireReachable(table.name(), key));
    table.constraints().forEach(constraint -> rules.requireSortable(table, constraint));
    return super.visit(new CreateTable(table.unqualified()), context);
  }

  /** H2 looks for the key of a foreign key to the same table among what it has read before. */
  @Override
  protected String createTable(Table table, Schema schema) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    if (!table.foreignKeys().isEmpty()) {
      constraints.sort(
          Comparator.comparing(
              each -> each instanceof ForeignKey key && key.target().equals(table.name())));
    }
    return super.createTable(table.withConstraints(constraints), schema);
  }

  @Override
  public List<Statement> visit(AddConstraint operation, RenderContext context) {
    if (operation.constraint() instanceof ForeignKey key) {
      rules.requireReachable(operation.table(), key);
    }
    rules.requireSortable(context.before().table(operation.table()), operation.constraint());
    Constraint named = operation.constraint().namedIn(operation.table());
    Table after = operation.applyTo(context.before()).table(operation.table()).unqualified();
    return named instanceof Check
        ? super.visit(
            new AddConstraint(operation.table(), after.constraint(named.requiredName())), context)
        : super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(AddColumn operation, RenderContext context) {
    Table after = operation.applyTo(context.before()).table(operation.table()).unqualified();
    Column column = after.column(operation.column().name());
    return super.visit(
        operation.column().generated().isPresent()
            ? new AddColumn(operation.table(), column)
            : operation,
        context);
  }

  @Override
  public List<Statement> visit(CreateIndex operation, RenderContext context) {
    rules.requireSortable(context.before().table(operation.table()), operation.index());
    return super.visit(operation, context);
  }

  /**
   * Numbers that a sequence gives from now on come after those of the rows. A default is stated
   * again where the old text would mean another value.
   */
  @Override
  public List<Statement> visit(AlterColumn operation, RenderContext context) {
    new UnclearConversion(definitions)
        .refuse(
            operation, context.before(), "state how values are converted: type(…).using(\"…\")");
    List<Statement> statements =
        new ArrayList<>(
            isOtherDefault(operation, context)
                ? withDefaultAgain(operation, context)
                : super.visit(operation, context));
    newSequence(operation, context)
        .map(sequence -> goOn(operation, sequence))
        .ifPresent(sql -> statements.add(Statement.structure(sql, operation)));
    return statements;
  }

  private boolean isOtherDefault(AlterColumn operation, RenderContext context) {
    Column before = context.before().table(operation.table()).column(operation.column());
    return before.defaultValue().isPresent()
        && operation.changes().stream().noneMatch(DefaultChange.class::isInstance)
        && operation.changes().stream()
            .anyMatch(
                change ->
                    change instanceof TypeChange to
                        && conversion.isOtherDefault(before, to.type()));
  }

  /** There are no collations of columns, so there is none to take away. */
  @Override
  protected List<Statement> alterStep(
      AlterColumn step, ColumnChange change, RenderContext context) {
    return removesCollation(change) ? List.of() : super.alterStep(step, change, context);
  }

  /**
   * A number is taken from the sequence and given back, as nothing else shows its position under
   * the name in the statement. H2 2.4 does not restart a descending sequence unless it is set not
   * to cache: it takes the least number there is for the size of the cache.
   */
  private String goOn(AlterColumn operation, Sequence sequence) {
    boolean up = sequence.increment() > 0;
    String name = name(sequence.name());
    return "ALTER SEQUENCE "
        + name
        + " RESTART WITH "
        + (up ? "GREATEST" : "LEAST")
        + "(NEXT VALUE FOR "
        + name
        + ", (SELECT CAST("
        + (up ? "CEIL(MAX(" : "FLOOR(MIN(")
        + name(operation.column())
        + (up ? ")) + 1 AS BIGINT) FROM " : ")) - 1 AS BIGINT) FROM ")
        + name(operation.table())
        + "))"
        + (up ? "" : " NO CACHE");
  }

  private static boolean removesCollation(ColumnChange change) {
    return change instanceof CollationChange collation && collation.collation().isEmpty();
  }

  /** H2 refuses another type for a column that is computed (error 90083). */
  @Override
  protected String alteration(AlterColumn operation, ColumnChange change, RenderContext context) {
    Column column = context.before().table(operation.table()).column(operation.column());
    if (change instanceof TypeChange && column.generated().isPresent()) {
      throw definitions.unsupported(
          "another type for the generated column " + operation.table() + "." + column.name(),
          "drop the column and add it again");
    }
    if (change instanceof TypeChange to) {
      Table table = context.before().table(operation.table());
      rules.requireStillSortable(table, column.withType(to.type()));
    }
    String sql = super.alteration(operation, change, context);
    return change instanceof TypeChange type && type.using().isEmpty()
        ? sql
            + conversion
                .using(operation.table().toString(), column, type.type())
                .map(text -> " USING " + text)
                .orElse("")
        : sql;
  }

  @Override
  protected String conversion(Expression expression) {
    return " USING " + definitions.expression(expression);
  }

  /**
   * H2 uses {@code SET GENERATED} also for a column that was no identity, and starts to count at 1
   * whatever the rows have; so the statement restarts after the greatest number that is there.
   */
  @Override
  protected String setIdentity(AlterColumn operation, Column before, IdentityChange change) {
    if (change.mode().isEmpty()) {
      return super.setIdentity(operation, before, change);
    }
    String mode = "SET " + definitions.identity(change.mode().orElseThrow());
    return before.identityMode().isPresent()
        ? mode
        : mode
            + " RESTART WITH (SELECT GREATEST(MAX("
            + name(operation.column())
            + "), 0) + 1 FROM "
            + name(operation.table())
            + ")";
  }

  @Override
  public List<Statement> visit(DropIndex operation, RenderContext context) {
    Table table = context.before().table(operation.table());
    Index index = table.index(operation.index());
    List<AddConstraint> back = H2DependentConstraints.of(table, index);
    return back.isEmpty() ? super.visit(operation, context) : without(back, operation, context);
  }

  @Override
  public List<Statement> visit(DropConstraint operation, RenderContext context) {
    Constraint dropped =
        context.before().table(operation.table()).constraint(operation.constraint());
    List<AddConstraint> back =
        H2DependentConstraints.of(context.before(), operation.table(), dropped);
    return back.isEmpty() ? super.visit(operation, context) : without(back, operation, context);
  }

  /** Drops constraints, does what they are in the way of, and adds them again, keys first. */
  private List<Statement> without(
      List<AddConstraint> constraints, Operation operation, RenderContext context) {
    List<AddConstraint> keysFirst =
        constraints.stream()
            .sorted(Comparator.comparing(c -> c.constraint() instanceof ForeignKey))
            .toList();
    List<Operation> parts = new ArrayList<>();
    for (AddConstraint back : keysFirst) {
      parts.add(0, new DropConstraint(back.table(), back.constraint().requiredName()));
    }
    parts.add(operation);
    parts.addAll(keysFirst);
    try {
      return each(parts, context);
    } catch (SchemaException inUse) {
      throw definitions.unsupported(
          operation + ", which a foreign key may use,",
          "drop the foreign key first, and add it again afterwards");
    }
  }

  /** H2 has another syntax for it at another place; a constraint does the same. */
  @Override
  protected String nullsNotDistinct(Index index) {
    throw definitions.unsupported(
        "the index " + index.requiredName() + " in which NULL equals NULL",
        "add a constraint: unique(…).nullsNotDistinct()");
  }

  /**
   * A descending sequence is altered with a cache that is stated: H2 takes the least number there
   * is for the size of one that is not, and refuses it later.
   */
  @Override
  public List<Statement> visit(CreateSequence operation, RenderContext context) {
    rules.requireCacheable(operation.sequence());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(AlterSequence operation, RenderContext context) {
    Sequence after = operation.applyTo(context.before()).sequence(operation.sequence());
    rules.requireCacheable(after);
    if (after.increment() > 0
        || operation.changes().stream().anyMatch(CacheChange.class::isInstance)) {
      return super.visit(operation, context);
    }
    List<SequenceChange> changes = new ArrayList<>(operation.changes());
    changes.add(new CacheChange(after.cache()));
    AlterSequence cached = new AlterSequence(operation.sequence(), changes);
    return one(super.visit(cached, context).get(0).sql(), operation);
  }

  @Override
  protected long defaultCache(Sequence sequence) {
    return H2SequenceDefaults.cache(sequence, definitions.dialects());
  }

  @Override
  public List<Statement> visit(RenameTable operation, RenderContext context) {
    rules.requireOtherName(operation, operation.table().name(), operation.newName());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameIndex operation, RenderContext context) {
    rules.requireOtherName(operation, operation.index(), operation.newName());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameConstraint operation, RenderContext context) {
    rules.requireOtherName(operation, operation.constraint(), operation.newName());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameView operation, RenderContext context) {
    rules.requireOtherName(operation, operation.view().name(), operation.newName());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameSchema operation, RenderContext context) {
    rules.requireOtherName(operation, operation.namespace(), operation.newName());
    return super.visit(operation, context);
  }

  /** {@code ALTER SEQUENCE} of H2 has no {@code RENAME}. */
  @Override
  public List<Statement> visit(RenameSequence operation, RenderContext context) {
    throw definitions.unsupported(
        operation.toString(),
        "create a sequence \""
            + operation.newName()
            + "\" that starts where the old one stands, make it the default of the columns that"
            + " use the old one, and drop that");
  }

  /** The labels are checked before a column has the type. */
  @Override
  public List<Statement> visit(CreateEnumType operation, RenderContext context) {
    H2Enums.requirePossible(definitions, operation.enumType().labels());
    return super.visit(operation, context);
  }

  /** H2 has no enum types of their own: nothing happens until a column has one. */
  @Override
  protected List<Statement> enumType(Operation operation) {
    return List.of();
  }

  /** Every column that has the enum type gets the label. */
  @Override
  public List<Statement> visit(AddEnumValue operation, RenderContext context) {
    return enums.add(operation, context.before());
  }

  /** Every column that has the enum type gets the label, and its rows get it too. */
  @Override
  public List<Statement> visit(RenameEnumValue operation, RenderContext context) {
    return restating(
        operation, context, true, without -> enums.rename(operation, without.before()));
  }
}
