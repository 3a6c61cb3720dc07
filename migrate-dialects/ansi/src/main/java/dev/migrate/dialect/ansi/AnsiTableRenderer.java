package dev.migrate.dialect.ansi;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Comment;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Renders operations on tables and constraints as standard SQL. Immutable and thread-safe; to be
 * extended as {@link AnsiRenderer}.
 */
public abstract class AnsiTableRenderer
    implements Renderer, OperationVisitor<RenderContext, List<Statement>> {

  /** The words inside of the statements. */
  protected final AnsiDefinitions definitions;

  AnsiTableRenderer(AnsiDefinitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public final List<Statement> render(Operation operation, RenderContext context) {
    return statements(operation, context);
  }

  private List<Statement> statements(Operation operation, RenderContext context) {
    MentionedNames.require(operation, context.before(), definitions);
    List<Statement> statements = operation.accept(this, context);
    return operation instanceof AlterColumn alter && !statements.isEmpty()
        ? Stream.concat(labelCheck(alter, context.before()).stream(), statements.stream()).toList()
        : statements;
  }

  /** The check before a column loses labels, if it does. */
  protected Optional<Statement> labelCheck(AlterColumn operation, Schema before) {
    return new RemovedLabels(definitions, "VARCHAR").check(operation, before);
  }

  @Override
  public final String literal(Literal literal) {
    return definitions.literals().literal(literal);
  }

  @Override
  public final String name(String name) {
    return definitions.names().name(name);
  }

  @Override
  public final String name(QualifiedName name) {
    return definitions.names().name(name);
  }

  /**
   * Renders operations one after the other, each on the schema that the ones before it leave.
   *
   * @param context what surrounds the first
   */
  protected final List<Statement> each(List<? extends Operation> parts, RenderContext context) {
    List<Statement> statements = new ArrayList<>();
    Schema schema = context.before();
    for (Operation part : parts) {
      statements.addAll(statements(part, new RenderContext(schema)));
      schema = part.applyTo(schema);
    }
    return statements;
  }

  /**
   * Renders an operation for which the database does not change the texts that change with it: what
   * has them is dropped before, and created with the new texts afterwards.
   *
   * @param context what surrounds it
   * @param withDefaults whether defaults are among those texts
   * @param core renders the operation itself, in a schema without those texts
   * @throws UnsupportedByDialectException if a computed column would have to be dropped
   */
  protected final List<Statement> restating(
      Operation operation,
      RenderContext context,
      boolean withDefaults,
      Function<RenderContext, List<Statement>> core) {
    Schema after = operation.applyTo(context.before());
    RestatedTexts texts = RestatedTexts.NONE;
    for (Table table : context.before().tables()) {
      Table then = after.table(table.name());
      if (!then.equals(table)) {
        texts = texts.and(RestatedTexts.of(table, then, definitions, withDefaults));
      }
    }
    if (!texts.computed().isEmpty()) {
      throw definitions.unsupported(
          operation + ", which the " + texts.computed().get(0) + " uses,",
          "drop that column first, and add it again afterwards");
    }
    List<Statement> statements = new ArrayList<>(each(texts.gone(), context));
    Schema without = context.before();
    for (Operation gone : texts.gone()) {
      without = gone.applyTo(without);
    }
    statements.addAll(core.apply(new RenderContext(without)));
    statements.addAll(each(texts.back(), new RenderContext(operation.applyTo(without))));
    return statements;
  }

  /** One statement of the structure that carries out an operation. */
  protected static List<Statement> one(String sql, Operation part) {
    return List.of(Statement.structure(sql, part));
  }

  final String alterTable(QualifiedName table) {
    return "ALTER TABLE " + name(table) + " ";
  }

  /** The table with its constraints first, then its indexes and comments one by one. */
  @Override
  public List<Statement> visit(CreateTable operation, RenderContext context) {
    Schema after = operation.applyTo(context.before());
    Table table = after.table(operation.table().name());
    Table bare = TableParts.bare(table);
    List<Statement> statements = new ArrayList<>();
    statements.add(Statement.structure(createTable(bare, after), new CreateTable(bare)));
    List<Operation> rest = TableParts.rest(table);
    if (!rest.isEmpty()) {
      Schema created = new CreateTable(bare).applyTo(context.before());
      statements.addAll(each(rest, new RenderContext(created)));
    }
    return statements;
  }

  /**
   * Creates a table without indexes and comments.
   *
   * @param schema a schema that has the table, and all that its foreign keys refer to
   */
  protected String createTable(Table table, Schema schema) {
    List<String> lines =
        Stream.concat(
                table.columns().stream().map(column -> definitions.column(column, schema)),
                table.constraints().stream().map(c -> definitions.constraint(c, schema)))
            .toList();
    return "CREATE TABLE "
        + name(table.name())
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n)"
        + table.optionOn(definitions.dialects()).map(option -> " " + option.sql()).orElse("");
  }

  @Override
  public List<Statement> visit(DropTable operation, RenderContext context) {
    return one("DROP TABLE " + name(operation.table()), operation);
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameTable operation, RenderContext context) {
    String sql = alterTable(operation.table()) + "RENAME TO " + name(operation.newName());
    return one(sql, operation);
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(CommentOnTable operation, RenderContext context) {
    String object = "TABLE " + name(operation.table());
    return one(commentOn(object, operation.comment()), operation);
  }

  /**
   * Gives an object a comment or takes it away.
   *
   * @param object such as {@code TABLE account}
   */
  protected String commentOn(String object, Comment comment) {
    String text = comment.text().map(definitions.literals()::text).orElse("NULL");
    return "COMMENT ON " + object + " IS " + text;
  }

  /** Only what this dialect says now and said before counts: nothing happens if it is the same. */
  @Override
  public List<Statement> visit(SetTableOption operation, RenderContext context) {
    Schema after = operation.applyTo(context.before());
    String was = option(context.before().table(operation.table()));
    String then = option(after.table(operation.table()));
    return was.equals(then) ? List.of() : tableOption(operation, was, then, context);
  }

  private String option(Table table) {
    return table.optionOn(definitions.dialects()).map(TableOption::sql).orElse("");
  }

  /**
   * Changes what follows the closing parenthesis of a table that is there.
   *
   * @param was the text before; empty if there was none
   * @param then the text afterwards, which differs; empty if there is none
   * @throws UnsupportedByDialectException unless a dialect overrides it
   */
  protected List<Statement> tableOption(
      SetTableOption operation, String was, String then, RenderContext context) {
    throw definitions.unsupported(
        operation.toString(),
        "create a new table with the option, copy the rows, drop the old table and rename the new"
            + " one");
  }

  /**
   * The columns of a primary key take no NULL: the standard requires that they are declared so
   * first.
   */
  @Override
  public List<Statement> visit(AddConstraint operation, RenderContext context) {
    QualifiedName table = operation.table();
    Schema after = operation.applyTo(context.before());
    Constraint constraint = after.table(table).constraint(operation.constraint().requiredName());
    List<Operation> parts = new ArrayList<>();
    if (constraint instanceof PrimaryKey) {
      for (String column : constraint.columns()) {
        if (context.before().table(table).column(column).nullable()) {
          parts.add(new AlterColumn(table, column, List.of(new NullabilityChange(false))));
        }
      }
    }
    List<Statement> statements = new ArrayList<>(each(parts, context));
    String definition = definitions.constraint(constraint, after);
    statements.add(Statement.structure(alterTable(table) + "ADD " + definition, operation));
    return statements;
  }

  /** The standard has no constraints that some rows do not obey, so there is nothing to do. */
  @Override
  public List<Statement> visit(ValidateConstraint operation, RenderContext context) {
    return List.of();
  }

  /** Not in the standard; most engines agree on this form. */
  @Override
  public List<Statement> visit(RenameConstraint operation, RenderContext context) {
    String names = name(operation.constraint()) + " TO " + name(operation.newName());
    return one(alterTable(operation.table()) + "RENAME CONSTRAINT " + names, operation);
  }

  @Override
  public List<Statement> visit(DropConstraint operation, RenderContext context) {
    String constraint = name(operation.constraint());
    return one(alterTable(operation.table()) + "DROP CONSTRAINT " + constraint, operation);
  }
}
