package dev.migrate.dialect.ansi;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.ColumnChangeVisitor;
import dev.migrate.schema.Comment;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders operations on columns as standard SQL. Immutable and thread-safe; to be extended as
 * {@link AnsiRenderer}.
 */
public abstract class AnsiColumnRenderer extends AnsiTableRenderer {

  AnsiColumnRenderer(AnsiDefinitions definitions) {
    super(definitions);
  }

  /** The column first, then its comment. */
  @Override
  public List<Statement> visit(AddColumn operation, RenderContext context) {
    Column column = operation.column();
    QualifiedName table = operation.table();
    if (column.comment().isPresent()) {
      Comment comment = new Comment(column.comment());
      Operation bare = new AddColumn(table, column.withComment(Optional.empty()));
      return each(List.of(bare, new AlterColumn(table, column.name(), List.of(comment))), context);
    }
    String definition = definitions.column(column, context.before());
    return one(alterTable(table) + "ADD COLUMN " + definition, operation);
  }

  /** One statement for each attribute, in an order in which every one is possible. */
  @Override
  public List<Statement> visit(AlterColumn operation, RenderContext context) {
    return inSteps(operation, context);
  }

  private List<Statement> inSteps(AlterColumn operation, RenderContext context) {
    List<AlterColumn> steps = ColumnSteps.of(operation, context.before());
    if (steps.size() == 1) {
      return alterStep(operation, operation.changes().get(0), context);
    }
    List<Statement> statements = new ArrayList<>();
    Schema schema = context.before();
    for (AlterColumn step : steps) {
      statements.addAll(alterStep(step, step.changes().get(0), new RenderContext(schema)));
      schema = step.applyTo(schema);
    }
    return statements;
  }

  /**
   * Changes one attribute of a column, one of the steps in which all of them change.
   *
   * @param step the step, which has this change alone
   * @param context what surrounds it
   * @return the statements; none if there is nothing to do here
   */
  protected List<Statement> alterStep(
      AlterColumn step, ColumnChange change, RenderContext context) {
    return one(alterColumn(step, change, context), step);
  }

  /**
   * Changes a column whose default is stated again although the operation leaves it as it is: the
   * database forgets a default that no revision declared.
   *
   * @param operation the operation, which has no change of the default
   * @param context what surrounds it
   */
  protected final List<Statement> withDefaultAgain(AlterColumn operation, RenderContext context) {
    Column before = context.before().table(operation.table()).column(operation.column());
    List<ColumnChange> changes = new ArrayList<>(operation.changes());
    changes.add(new DefaultChange(before.defaultValue()));
    AlterColumn whole = new AlterColumn(operation.table(), operation.column(), changes);
    ElementName column = ElementName.column(operation.table(), operation.column());
    return inSteps(whole, context).stream()
        .map(statement -> isDefault(statement.part()) ? statement.restating(column) : statement)
        .toList();
  }

  private static boolean isDefault(Operation part) {
    return part instanceof AlterColumn step
        && step.changes().stream()
            .anyMatch(change -> change instanceof DefaultChange to && to.value().isPresent());
  }

  /**
   * The sequence that an operation makes the default of a column that did not have it.
   *
   * @param context what surrounds it
   * @return the sequence, if there is one, it is known, and the column has numbers
   */
  protected final Optional<Sequence> newSequence(AlterColumn operation, RenderContext context) {
    Column before = context.before().table(operation.table()).column(operation.column());
    Column after =
        operation.applyTo(context.before()).table(operation.table()).column(operation.column());
    boolean isNumber = after.type().on(definitions.dialects()).accepts(Literal.Kind.NUMBER);
    return sequence(after)
        .filter(name -> isNumber)
        .filter(name -> !sequence(before).equals(Optional.of(name)))
        .flatMap(
            name ->
                context.before().sequences().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst());
  }

  private Optional<QualifiedName> sequence(Column column) {
    return column
        .defaultValue()
        .map(value -> definitions.understood(value, column.type()))
        .filter(NextValue.class::isInstance)
        .map(value -> ((NextValue) value).sequence());
  }

  /**
   * Changes one attribute of a column.
   *
   * @param operation the operation, which has this change alone
   * @param context what surrounds it
   */
  protected String alterColumn(AlterColumn operation, ColumnChange change, RenderContext context) {
    String column = name(operation.column());
    return change instanceof Comment comment
        ? commentOn("COLUMN " + name(operation.table()) + "." + column, comment)
        : alterTable(operation.table())
            + "ALTER COLUMN "
            + column
            + " "
            + alteration(operation, change, context);
  }

  /**
   * What {@code ALTER COLUMN} does to the column.
   *
   * @param operation the operation, which has this change alone
   * @param change the change, other than of the comment
   * @param context what surrounds it
   * @return the SQL after the column's name
   */
  protected String alteration(AlterColumn operation, ColumnChange change, RenderContext context) {
    Column before = context.before().table(operation.table()).column(operation.column());
    return change.accept(new Alteration(operation, before, change.applyTo(before), context));
  }

  /** What {@code ALTER COLUMN} does for each kind of change. */
  private final class Alteration implements ColumnChangeVisitor<String> {

    private final AlterColumn operation;
    private final Column before;
    private final Column after;
    private final RenderContext context;

    Alteration(AlterColumn operation, Column before, Column after, RenderContext context) {
      this.operation = operation;
      this.before = before;
      this.after = after;
      this.context = context;
    }

    @Override
    public String visit(TypeChange change) {
      String using = change.using().map(expression -> conversion(expression)).orElse("");
      return setType(after, context) + using;
    }

    @Override
    public String visit(NullabilityChange change) {
      return change.nullable() ? "DROP NOT NULL" : "SET NOT NULL";
    }

    @Override
    public String visit(DefaultChange change) {
      return change
          .value()
          .map(value -> "SET DEFAULT " + definitions.defaultValue(value, after.type()))
          .orElse("DROP DEFAULT");
    }

    @Override
    public String visit(IdentityChange change) {
      return setIdentity(operation, before, change);
    }

    @Override
    public String visit(CollationChange change) {
      return setType(after, context);
    }

    @Override
    public String visit(Comment change) {
      throw new IllegalStateException("ALTER COLUMN does not change comments: " + operation);
    }
  }

  private String setType(Column after, RenderContext context) {
    return "SET DATA TYPE " + definitions.type(after, context.before());
  }

  /** How values are converted to another type. The standard has no syntax for it. */
  protected String conversion(Expression expression) {
    return "";
  }

  /**
   * Lets a column number its rows, in another way, or no longer.
   *
   * @param operation the operation, which has this change alone
   * @return the SQL after the column's name
   */
  protected String setIdentity(AlterColumn operation, Column before, IdentityChange change) {
    if (change.mode().isEmpty()) {
      return "DROP IDENTITY";
    }
    String mode = definitions.identity(change.mode().orElseThrow());
    return before.identityMode().isPresent() ? "SET " + mode : "ADD " + mode + " AS IDENTITY";
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameColumn operation, RenderContext context) {
    String names = name(operation.column()) + " TO " + name(operation.newName());
    return one(alterTable(operation.table()) + "RENAME COLUMN " + names, operation);
  }

  @Override
  public List<Statement> visit(DropColumn operation, RenderContext context) {
    return one(
        alterTable(operation.table()) + "DROP COLUMN " + name(operation.column()), operation);
  }
}
