package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.AnsiRenderer;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders operations as SQL for SQLite. Immutable and thread-safe.
 *
 * <p>What {@code ALTER TABLE} cannot do is done by rebuilding the table, see {@link SqliteRebuild};
 * changes of one table that follow each other are done together.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
public final class SqliteRenderer extends AnsiRenderer {

  private final SqliteTables tables;
  private final SqliteRules rules;
  private final SqliteTableChanges changes;
  private final SqliteDecimals decimals;

  /** Creates the renderer of the newest version that is known. */
  public SqliteRenderer(Capabilities capabilities) {
    this(new SqliteTables(new SqliteDefinitions(capabilities), SqliteVersion.NEWEST));
  }

  SqliteRenderer(SqliteTables tables) {
    super(tables.definitions(), new SqliteRows(tables.definitions()));
    this.tables = tables;
    this.rules = new SqliteRules(tables);
    this.changes = new SqliteTableChanges(tables, part -> createIndex(part, ""));
    this.decimals = new SqliteDecimals(tables.definitions());
  }

  @Override
  public int together(List<Operation> operations, RenderContext context) {
    return changes.together(operations, context.before());
  }

  @Override
  public List<Statement> render(List<Operation> operations, RenderContext context) {
    return operations.size() == 1
        ? render(operations.get(0), context)
        : changes.rebuild(operations, context.before());
  }

  /** It comes in the middle of a rebuild, see {@link SqliteTableChanges}. */
  @Override
  protected Optional<Statement> labelCheck(AlterColumn operation, Schema before) {
    return Optional.empty();
  }

  @Override
  public List<SessionSetting> settings(List<Statement> statements) {
    return SqliteSettings.of(statements);
  }

  @Override
  public List<Statement> closing(List<Statement> statements) {
    return SqliteSettings.foreignKeyCheck(statements);
  }

  /** A foreign key to an index of its own that comes later is not an obstacle. */
  @Override
  public List<Statement> visit(CreateTable operation, RenderContext context) {
    Schema after = operation.applyTo(context.before());
    Table table = after.table(operation.table().name());
    rules.require(table);
    table.columns().forEach(column -> decimals.require(table, column));
    rules.requireFree(context.before(), table.name().name());
    table.indexes().forEach(index -> rules.requireFree(context.before(), index.requiredName()));
    Table bare = table.withIndexes(List.of());
    boolean late =
        bare.foreignKeys().stream()
            .anyMatch(k -> k.target().equals(table.name()) && !bare.hasKey(k.targetColumns()));
    String sql = tables.create(bare, table.name().name(), after);
    List<Statement> statements = new ArrayList<>();
    statements.add(Statement.structure(sql, late ? operation : new CreateTable(bare)));
    for (Index index : table.indexes()) {
      CreateIndex part = new CreateIndex(table.name(), index);
      statements.add(Statement.structure(createIndex(part, ""), late ? operation : part));
    }
    return late
        ? statements.stream().map(Statement::insideTransaction).toList()
        : List.copyOf(statements);
  }

  /** Deletes the rows before, one by one; a key to the table itself may forbid that. */
  @Override
  public List<Statement> visit(DropTable operation, RenderContext context) {
    List<Statement> statements = super.visit(operation, context);
    boolean own =
        context.before().table(operation.table()).foreignKeys().stream()
            .anyMatch(key -> key.target().equals(operation.table()));
    return own ? statements.stream().map(Statement::insideTransaction).toList() : statements;
  }

  /** A table that only changes the case of its name is in its own way. */
  @Override
  public List<Statement> visit(RenameTable operation, RenderContext context) {
    String from = operation.table().name();
    rules.requireName(operation.newName(), "table");
    if (!from.equalsIgnoreCase(operation.newName())) {
      rules.requireFree(context.before(), operation.newName());
      return super.visit(operation, context);
    }
    String between = SqliteRebuild.newName(from, context.before());
    return List.of(
        Statement.structure(rename(from, between), operation).insideTransaction(),
        Statement.structure(rename(between, operation.newName()), operation).insideTransaction());
  }

  private String rename(String from, String to) {
    return "ALTER TABLE " + name(from) + " RENAME TO " + name(to);
  }

  /** SQLite has no comments. */
  @Override
  public List<Statement> visit(CommentOnTable operation, RenderContext context) {
    return List.of();
  }

  @Override
  protected List<Statement> tableOption(
      SetTableOption operation, String was, String then, RenderContext context) {
    return changes.rebuild(List.of(operation), context.before());
  }

  @Override
  public List<Statement> visit(AddColumn operation, RenderContext context) {
    return changes.add(operation, context.before());
  }

  @Override
  public List<Statement> visit(AlterColumn operation, RenderContext context) {
    return changes.rebuild(List.of(operation), context.before());
  }

  @Override
  public List<Statement> visit(RenameColumn operation, RenderContext context) {
    rules.require(operation.applyTo(context.before()).table(operation.table()));
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(DropColumn operation, RenderContext context) {
    rules.require(operation.applyTo(context.before()).table(operation.table()));
    List<Statement> statements = new ArrayList<>(super.visit(operation, context));
    statements.add(Statement.check(SqliteTriggers.naming(tables, operation), operation));
    return statements;
  }

  /** A number that would lose digits is refused. */
  @Override
  public List<Statement> visit(InsertRows operation, RenderContext context) {
    decimals.require(operation, context.before().table(operation.table()));
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(UpdateRows operation, RenderContext context) {
    decimals.require(operation, context.before().table(operation.table()));
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(DeleteRows operation, RenderContext context) {
    decimals.require(operation, context.before().table(operation.table()));
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(AddConstraint operation, RenderContext context) {
    return changes.rebuild(List.of(operation), context.before());
  }

  @Override
  public List<Statement> visit(RenameConstraint operation, RenderContext context) {
    return changes.rebuild(List.of(operation), context.before());
  }

  @Override
  public List<Statement> visit(DropConstraint operation, RenderContext context) {
    return changes.rebuild(List.of(operation), context.before());
  }

  @Override
  public List<Statement> visit(CreateIndex operation, RenderContext context) {
    rules.requireName(operation.index().requiredName(), "index");
    rules.requireFree(context.before(), operation.index().requiredName());
    return super.visit(operation, context);
  }

  @Override
  protected String computed(Expression expression) {
    return definitions.expression(expression);
  }

  @Override
  protected String where(Index index, Expression condition) {
    return " WHERE " + definitions.expression(condition);
  }

  /** NULLs are less than everything else. */
  @Override
  protected String nulls(Index index, NullsOrder order) {
    return index.keys().stream().allMatch(SqliteRenderer::isUsual) ? "" : super.nulls(index, order);
  }

  private static boolean isUsual(IndexKey key) {
    NullsOrder usual = key.isDescending() ? NullsOrder.LAST : NullsOrder.FIRST;
    return key.nulls().filter(order -> order != usual).isEmpty();
  }

  /** The index is rebuilt. */
  @Override
  public List<Statement> visit(RenameIndex operation, RenderContext context) {
    Schema after = operation.applyTo(context.before());
    rules.requireName(operation.newName(), "index");
    if (!operation.index().equalsIgnoreCase(operation.newName())) {
      rules.requireFree(context.before(), operation.newName());
    }
    Index index = after.table(operation.table()).index(operation.newName());
    String create = createIndex(new CreateIndex(operation.table(), index), "");
    return List.of(
        Statement.structure("DROP INDEX " + name(operation.index()), operation)
            .restating(ElementName.index(operation.table(), operation.index()))
            .insideTransaction(),
        Statement.structure(create, operation).insideTransaction());
  }

  @Override
  public List<Statement> visit(CreateView operation, RenderContext context) {
    rules.requireName(operation.view().name().name(), "view");
    rules.requireFree(context.before(), operation.view().name().name());
    return super.visit(operation, context);
  }

  @Override
  public List<Statement> visit(RenameView operation, RenderContext context) {
    String from = operation.view().name();
    rules.requireName(operation.newName(), "view");
    if (!from.equalsIgnoreCase(operation.newName())) {
      rules.requireFree(context.before(), operation.newName());
    }
    View view = context.before().view(operation.view());
    QualifiedName to = operation.view().sibling(operation.newName());
    List<Statement> create = super.visit(new CreateView(view.withName(to)), context);
    return new SqliteViewRename(definitions, operation).statements(create.get(0).sql());
  }

  /** SQLite has no enum types: a column that has one lists its labels in a check. */
  @Override
  protected List<Statement> enumType(Operation operation) {
    return List.of();
  }

  /** Every table with such a column is rebuilt. */
  @Override
  public List<Statement> visit(AddEnumValue operation, RenderContext context) {
    return changes.relabel(operation, operation.enumType(), context.before(), Optional.empty());
  }

  /** Every table with such a column is rebuilt, with the new label in the rows. */
  @Override
  public List<Statement> visit(RenameEnumValue operation, RenderContext context) {
    String label = definitions.literals().text(operation.label());
    String newLabel = definitions.literals().text(operation.newLabel());
    return changes.relabel(
        operation,
        operation.enumType(),
        context.before(),
        Optional.of(" WHEN " + label + " THEN " + newLabel));
  }

  @Override
  public List<Statement> visit(CreateSequence operation, RenderContext context) {
    throw noSequences(operation);
  }

  @Override
  public List<Statement> visit(AlterSequence operation, RenderContext context) {
    throw noSequences(operation);
  }

  @Override
  public List<Statement> visit(RenameSequence operation, RenderContext context) {
    throw noSequences(operation);
  }

  @Override
  public List<Statement> visit(SetSequenceOwner operation, RenderContext context) {
    throw noSequences(operation);
  }

  @Override
  public List<Statement> visit(DropSequence operation, RenderContext context) {
    throw noSequences(operation);
  }

  private RuntimeException noSequences(Operation operation) {
    return definitions.unsupported(
        operation.toString(),
        "let an identity() column number the rows, or create the sequence with op.on(…) where"
            + " there are sequences");
  }

  @Override
  public List<Statement> visit(CreateSchema operation, RenderContext context) {
    throw noSchemas(operation);
  }

  @Override
  public List<Statement> visit(RenameSchema operation, RenderContext context) {
    throw noSchemas(operation);
  }

  @Override
  public List<Statement> visit(DropSchema operation, RenderContext context) {
    throw noSchemas(operation);
  }

  private RuntimeException noSchemas(Operation operation) {
    return definitions.unsupported(
        operation.toString(),
        "give the tables names that begin alike, or migrate a file of its own: a SQLite database"
            + " has one schema");
  }
}
