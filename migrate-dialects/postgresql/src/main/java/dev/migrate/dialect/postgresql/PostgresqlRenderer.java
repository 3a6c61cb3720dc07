package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders operations as SQL for PostgreSQL. Immutable and thread-safe.
 *
 * <p>Nearly all of them are part of a transaction. Those that PostgreSQL refuses in one are marked,
 * and their revision runs statement by statement.
 */
public final class PostgresqlRenderer extends PostgresqlObjectRenderer {

  private final PostgresqlCounters numbers;

  /**
   * Between times with and without a zone PostgreSQL converts by the session's. Where that is UTC,
   * it does not rewrite the table.
   *
   * @see <a href="https://www.postgresql.org/docs/release/12.0/">Release notes of PostgreSQL 12</a>
   */
  private static final SessionSetting UTC =
      new SessionSetting(
              "SELECT current_setting('TimeZone')",
              "SET TimeZone TO 'UTC'",
              zone -> "SET TimeZone TO '" + zone.replace("'", "''") + "'",
              "GMT")
          .inScripts(copy("migrate.time_zone", "TimeZone"), copy("TimeZone", "migrate.time_zone"));

  /** A statement that copies one setting of the session to another, and shows nothing. */
  private static String copy(String to, String from) {
    return "DO $$ BEGIN PERFORM set_config('"
        + to
        + "', current_setting('"
        + from
        + "'), false); END $$";
  }

  /**
   * Creates the renderer.
   *
   * @param major the first number of its version, 12 or greater
   */
  public PostgresqlRenderer(Capabilities capabilities, int major) {
    this(capabilities, major, Optional.empty());
  }

  /** A renderer that writes a schema before names without a namespace. */
  PostgresqlRenderer(Capabilities capabilities, int major, Optional<String> schema) {
    super(new PostgresqlDefinitions(capabilities, major, schema));
    this.numbers = new PostgresqlCounters(words);
  }

  @Override
  public List<SessionSetting> settings(List<Statement> statements) {
    return statements.stream().anyMatch(PostgresqlRenderer::convertsTime)
        ? List.of(UTC)
        : List.of();
  }

  private static boolean convertsTime(Statement statement) {
    return statement.part() instanceof AlterColumn alteration
        && change(alteration, TypeChange.class).filter(to -> isTime(to.type())).isPresent();
  }

  private static boolean isTime(DataType type) {
    DataType element = type instanceof ArrayType array ? array.element() : type;
    return element instanceof TimestampType
        || element instanceof TimeType
        || element instanceof NativeType
        || element == SimpleType.DATE;
  }

  @Override
  public List<Statement> render(List<Operation> operations, RenderContext context) {
    Operation operation = operations.get(0);
    return new PostgresqlDeferrals(this).around(operation, context, render(operation, context));
  }

  /**
   * In the definition of a new table PostgreSQL reads {@code NOT VALID} and forgets it, and of two
   * keys over the same columns it makes one.
   */
  @Override
  public List<Statement> visit(CreateTable operation, RenderContext context) {
    Table table = operation.table();
    rules.requireRoom(table);
    table.constraints().forEach(constraint -> rules.require(table, constraint));
    List<Constraint> late =
        table.constraints().stream().filter(constraint -> isLate(table, constraint)).toList();
    if (late.isEmpty()) {
      return super.visit(operation, context);
    }
    List<Constraint> early = new ArrayList<>(table.constraints());
    early.removeAll(late);
    List<Operation> parts = new ArrayList<>();
    parts.add(new CreateTable(table.withConstraints(early)));
    late.forEach(constraint -> parts.add(new AddConstraint(table.name(), constraint)));
    return each(parts, context);
  }

  private static boolean isLate(Table table, Constraint constraint) {
    List<Constraint> before =
        table.constraints().subList(0, table.constraints().indexOf(constraint));
    boolean repeated =
        constraint instanceof Unique
            && (before.stream().anyMatch(other -> isKeyOver(other, constraint.columns()))
                || table
                    .primaryKey()
                    .filter(key -> isKeyOver(key, constraint.columns()))
                    .isPresent());
    return constraint.isNotValid() || repeated;
  }

  private static boolean isKeyOver(Constraint constraint, List<String> columns) {
    return (constraint instanceof PrimaryKey || constraint instanceof Unique)
        && constraint.columns().equals(columns);
  }

  @Override
  public List<Statement> visit(AddConstraint operation, RenderContext context) {
    rules.require(context.before().table(operation.table()), operation.constraint());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(AddColumn operation, RenderContext context) {
    rules.requireRoom(operation.applyTo(context.before()).table(operation.table()));
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameColumn operation, RenderContext context) {
    rules.requireOwnName(operation.newName());
    return super.visit(operation, context);
  }

  /**
   * A default does not follow its column to a type to which values have to be converted; it goes
   * before and comes back after. Numbers that a sequence or an identity gives from now on come
   * after those of the rows.
   */
  @Override
  public List<Statement> visit(AlterColumn operation, RenderContext context) {
    Column before = context.before().table(operation.table()).column(operation.column());
    Optional<TypeChange> type = change(operation, TypeChange.class);
    boolean again =
        type.isPresent()
            && before.defaultValue().isPresent()
            && change(operation, DefaultChange.class).isEmpty()
            && (staysInDefaults(before) || using(operation, type.get(), context).isPresent());
    List<Statement> statements =
        new ArrayList<>(
            again ? withDefaultAgain(operation, context) : super.visit(operation, context));
    newSequence(operation, context)
        .map(sequence -> numbers.goOn(operation, sequence))
        .ifPresent(sql -> statements.add(Statement.structure(sql, operation)));
    return statements;
  }

  @Override
  protected List<Statement> alterStep(
      AlterColumn step, ColumnChange change, RenderContext context) {
    Column before = context.before().table(step.table()).column(step.column());
    if (isNothing(before, change)) {
      return List.of();
    }
    List<Statement> statements = super.alterStep(step, change, context);
    return isNewIdentity(before, change)
        ? List.of(statements.get(0), Statement.structure(numbers.goOn(step), step))
        : statements;
  }

  /** A default that is kept is the old constant, converted: an enum type could not be dropped. */
  private boolean staysInDefaults(Column column) {
    DataType type = column.type().on(words.dialects());
    return type instanceof EnumReference || type == SimpleType.REAL;
  }

  /** PostgreSQL takes away no identity that is not there, and no default of a numbered column. */
  private static boolean isNothing(Column before, ColumnChange change) {
    if (change instanceof DefaultChange to) {
      return before.defaultValue().isEmpty()
          && to.value().filter(value -> !value.equals(Literal.NULL)).isEmpty();
    } else if (change instanceof IdentityChange to) {
      return before.identityMode().isEmpty() && to.mode().isEmpty();
    }
    return change instanceof CollationChange to
        && before.collation().isEmpty()
        && to.collation().isEmpty();
  }

  private static <C extends ColumnChange> Optional<C> change(AlterColumn operation, Class<C> kind) {
    return operation.changes().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static boolean isNewIdentity(Column before, ColumnChange change) {
    return before.identityMode().isEmpty() && change instanceof IdentityChange;
  }

  /** PostgreSQL does not change the type of a column that another one is computed from. */
  @Override
  protected String alteration(AlterColumn operation, ColumnChange change, RenderContext context) {
    if (change instanceof CollationChange) {
      Column before = context.before().table(operation.table()).column(operation.column());
      rules.requireCollatable(change.applyTo(before));
    }
    String sql = super.alteration(operation, change, context);
    if (change instanceof TypeChange || change instanceof CollationChange) {
      requireNotComputedFrom(operation, context);
    }
    if (change instanceof TypeChange type) {
      Optional<String> using = using(operation, type, context);
      return type.using().isPresent() ? sql : sql + using.map(text -> " USING " + text).orElse("");
    }
    return sql;
  }

  private void requireNotComputedFrom(AlterColumn operation, RenderContext context) {
    Table table = context.before().table(operation.table());
    for (Column column : table.columns()) {
      if (column
          .generated()
          .filter(g -> table.mentions(g.expression(), operation.column()))
          .isPresent()) {
        throw words.unsupported(
            "another type for the column "
                + table.name()
                + "."
                + operation.column()
                + ", from which the generated column "
                + column.name()
                + " is computed,",
            "drop the column " + column.name() + " first, and add it again afterwards");
      }
    }
  }

  private Optional<String> using(AlterColumn operation, TypeChange change, RenderContext context) {
    Column before = context.before().table(operation.table()).column(operation.column());
    if (change.using().isPresent() && before.generated().isEmpty()) {
      return change.using().map(words::expression);
    }
    Column bare = Column.of(before.name(), change.type());
    String sql = words.type(bare, context.before());
    String table = operation.table().toString();
    Optional<String> using =
        new PostgresqlConversion(words, table, before, change.type(), sql).using();
    if (before.generated().isPresent() && (using.isPresent() || change.using().isPresent())) {
      throw words.unsupported(
          "a conversion of the generated column " + table + "." + before.name(),
          "drop the column, and add it again with the other type");
    }
    return using;
  }

  @Override
  protected String conversion(Expression expression) {
    return " USING " + words.expression(expression);
  }
}
