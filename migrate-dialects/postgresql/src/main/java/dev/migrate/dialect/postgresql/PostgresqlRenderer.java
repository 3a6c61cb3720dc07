package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
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
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says operations in PostgreSQL's SQL. Immutable and thread-safe.
 *
 * <p>Nearly all of them are part of a transaction. Those that PostgreSQL does not take in one say
 * so, and their revision runs statement by statement.
 */
public final class PostgresqlRenderer extends PostgresqlObjectRenderer {

  private final PostgresqlNumbers numbers;

  /**
   * Creates the renderer.
   *
   * @param capabilities the database
   * @param major the first number of its version, 12 or greater
   */
  public PostgresqlRenderer(Capabilities capabilities, int major) {
    super(new PostgresqlDefinitions(capabilities, major));
    this.numbers = new PostgresqlNumbers(words);
  }

  /**
   * In the definition of a new table PostgreSQL reads {@code NOT VALID} and forgets it, and of two
   * keys over the same columns it makes one.
   */
  @Override
  public List<Statement> visit(CreateTable operation, RenderContext context) {
    Table table = operation.table();
    indexRules.requireRoom(table);
    table.constraints().forEach(constraint -> indexRules.require(table, constraint));
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
    indexRules.require(context.before().table(operation.table()), operation.constraint());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(AddColumn operation, RenderContext context) {
    indexRules.requireRoom(operation.applyTo(context.before()).table(operation.table()));
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameColumn operation, RenderContext context) {
    words.requireOwnName(operation.newName());
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
    AlterColumn whole = operation;
    if (type.isPresent()
        && before.defaultValue().isPresent()
        && change(operation, DefaultChange.class).isEmpty()
        && (staysInDefaults(before) || using(operation, type.get(), context).isPresent())) {
      List<ColumnChange> changes = new ArrayList<>(operation.changes());
      changes.add(new DefaultChange(before.defaultValue()));
      whole = new AlterColumn(operation.table(), operation.column(), changes);
    }
    List<Statement> statements = new ArrayList<>(super.visit(whole, context));
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
      words.requireCollatable(change.applyTo(before));
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
      if (column.generated().filter(g -> g.expression().mentions(operation.column())).isPresent()) {
        throw words.unsupported(
            "another type for the column "
                + table.name()
                + "."
                + operation.column()
                + ", from which the generated column "
                + column.name()
                + " is computed,",
            "drop the column " + column.name() + " before, and add it anew afterwards");
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
          "drop the column, and add it anew with the other type");
    }
    return using;
  }

  @Override
  protected String conversion(Expression expression) {
    return " USING " + words.expression(expression);
  }
}
