package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.ansi.AnsiRenderer;
import dev.migrate.dialect.ansi.RemovedLabels;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.SetTableOption;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renders operations as SQL for MySQL and MariaDB. Immutable and thread-safe.
 *
 * <p>Both commit before and after every change of the schema. A change of one attribute of a column
 * has to repeat all others; so each statement restates the whole column from the schema before it,
 * with all its changes.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/alter-table.html">ALTER TABLE in MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/alter-table/">ALTER TABLE in MariaDB</a>
 */
public final class MysqlRenderer extends AnsiRenderer {

  private final MysqlServer server;
  private final MysqlDefinitions mysql;
  private final MysqlIndexDefinitions indexes;
  private final MysqlRules rules;
  private final MysqlTableChanges changes;
  private final MysqlEnums enums;
  private final MysqlSequences sequences;

  MysqlRenderer(MysqlServer server, Capabilities capabilities) {
    this(server, new MysqlDefinitions(server, capabilities));
  }

  private MysqlRenderer(MysqlServer server, MysqlDefinitions definitions) {
    super(definitions, new MysqlRows(definitions));
    this.server = server;
    this.mysql = definitions;
    this.indexes = new MysqlIndexDefinitions(definitions);
    this.rules = new MysqlRules(definitions);
    this.changes = new MysqlTableChanges(definitions, rules);
    this.enums = new MysqlEnums(definitions);
    this.sequences = new MysqlSequences(definitions);
  }

  @Override
  public List<SessionSetting> settings(List<Statement> statements) {
    return MysqlSettings.of(statements, mysql.server());
  }

  /**
   * A server on which names of tables have no case shows them in lower case, so that nothing could
   * be found again under the name that it was given.
   *
   * @see <a
   *     href="https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html">lower_case_table_names</a>
   */
  @Override
  public List<Statement> render(List<Operation> operations, RenderContext context) {
    operations.forEach(operation -> MysqlFileNames.require(mysql, operation));
    List<Statement> statements =
        operations.size() == 1
            ? render(operations.get(0), context)
            : counted(
                changes.replaceKey(operations, context.before()), operations, context.before());
    List<Statement> all = new ArrayList<>();
    if (statements.stream().anyMatch(each -> each.kind() == Kind.STRUCTURE)) {
      all.addAll(MysqlLetterCase.checks(mysql, operations, context.before()));
    }
    all.addAll(statements);
    return all;
  }

  @Override
  public int together(List<Operation> operations, RenderContext context) {
    return MysqlKeyChange.length(operations, context.before());
  }

  /** Changes a table in one statement, together with the indexes that its foreign keys imply. */
  private List<Statement> alter(
      QualifiedName table, Operation operation, RenderContext context, MysqlClause... changed) {
    return changes.alter(table, List.of(operation), context.before(), List.of(changed));
  }

  private List<String> implied(QualifiedName table, Schema before, Schema after) {
    return MysqlKeys.changes(before.table(table), after.table(table), mysql);
  }

  /** The table with all that belongs to it, in one statement. */
  @Override
  public List<Statement> visit(CreateTable operation, RenderContext context) {
    Schema after = operation.applyTo(context.before());
    Table table = after.table(operation.table().name());
    rules.require(table, after);
    return one(createTable(table, after), operation);
  }

  @Override
  protected String createTable(Table table, Schema schema) {
    List<String> lines =
        Stream.of(
                table.columns().stream().map(column -> mysql.column(column, table, schema)),
                table.constraints().stream()
                    .filter(known -> !mysql.isAtColumn(known))
                    .map(known -> mysql.constraint(known, schema)),
                table.indexes().stream().map(index -> indexes.definition(index, table)),
                new MysqlKeys(table, mysql)
                    .implied().entrySet().stream()
                        .map(key -> "INDEX " + name(key.getKey()) + " " + list(key.getValue())))
            .flatMap(stream -> stream)
            .toList();
    return "CREATE TABLE "
        + name(table.name())
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n)"
        + engine(table)
        + table.comment().map(text -> " COMMENT = " + MysqlComments.table(mysql, text)).orElse("")
        + table.optionOn(mysql.dialects()).map(option -> " " + option.sql()).orElse("");
  }

  /**
   * The server may be set to another engine, which keeps neither foreign keys nor transactions.
   * Partitions are the last of the options.
   */
  private String engine(Table table) {
    return MysqlTableOptions.isEngineNamed(table, mysql.dialects()) ? "" : " ENGINE = InnoDB";
  }

  private String list(List<String> columns) {
    return mysql.names().list(columns);
  }

  /** A name without a database would be one of the connection's, not of the table's. */
  @Override
  public List<Statement> visit(RenameTable operation, RenderContext context) {
    return new MysqlTableRename(mysql, operation, context.before()).statements();
  }

  @Override
  public List<Statement> visit(CommentOnTable operation, RenderContext context) {
    String comment = MysqlComments.table(mysql, operation.comment().text().orElse(""));
    return one("ALTER TABLE " + name(operation.table()) + " COMMENT = " + comment, operation);
  }

  /** The keys that lead to the table are looked at too: not every engine has them. */
  @Override
  protected List<Statement> tableOption(
      SetTableOption operation, String was, String then, RenderContext context) {
    Table table = context.before().table(operation.table());
    Schema after = operation.applyTo(context.before());
    for (Table other : after.tables()) {
      if (other.foreignKeys().stream().anyMatch(key -> key.target().equals(table.name()))) {
        rules.require(other, after);
      }
    }
    return new MysqlOptionChange(mysql, operation, table, was, then)
        .sql().stream()
            .flatMap(sql -> alter(table.name(), operation, context, MysqlClause.of(sql)).stream())
            .toList();
  }

  @Override
  public List<Statement> visit(AddColumn operation, RenderContext context) {
    return changes.add(operation, context.before());
  }

  /**
   * The whole column, with all its changes, in one statement. Numbers that a sequence gives from
   * now on come after those of the rows.
   */
  @Override
  public List<Statement> visit(AlterColumn operation, RenderContext context) {
    Schema before = context.before();
    return counted(changes.alter(operation, before), List.of(operation), before);
  }

  @Override
  protected Optional<Statement> labelCheck(AlterColumn operation, Schema before) {
    return new RemovedLabels(definitions, "CHAR")
        .check(operation, before)
        .or(() -> new MysqlTextLabels(definitions).check(operation, before));
  }

  private List<Statement> counted(
      List<Statement> alterations, List<Operation> operations, Schema before) {
    List<Statement> statements = new ArrayList<>(alterations);
    Schema schema = before;
    for (Operation operation : operations) {
      if (operation instanceof AlterColumn alter) {
        newSequence(alter, new RenderContext(schema))
            .map(sequence -> new MysqlCounters(mysql).goOn(alter, sequence))
            .ifPresent(sql -> statements.add(Statement.structure(sql, alter)));
      }
      schema = operation.applyTo(schema);
    }
    return statements;
  }

  /**
   * MySQL refuses it where a check or an index is computed from the column, so those go and come
   * back; where a column is, there is no way. MariaDB changes all of them.
   */
  @Override
  public List<Statement> visit(RenameColumn operation, RenderContext context) {
    Table table = context.before().table(operation.table());
    Schema renamed = operation.applyTo(context.before());
    rules.require(renamed.table(table.name()), renamed);
    String sql =
        "ALTER TABLE "
            + name(table.name())
            + " RENAME COLUMN "
            + name(operation.column())
            + " TO "
            + name(operation.newName());
    return server.isMariadb()
        ? one(sql, operation)
        : restating(operation, context, true, without -> one(sql, operation));
  }

  @Override
  public List<Statement> visit(AddConstraint operation, RenderContext context) {
    return changes.add(operation, context.before());
  }

  /**
   * Only the index of a unique constraint can get another name; every primary key has the same, and
   * a check at a column that of the column.
   */
  @Override
  public List<Statement> visit(RenameConstraint operation, RenderContext context) {
    QualifiedName table = operation.table();
    Constraint before = context.before().table(table).constraint(operation.constraint());
    Constraint after = before.named(operation.newName());
    if (before instanceof PrimaryKey || mysql.isAtColumn(before)) {
      return List.of();
    } else if (before instanceof Unique) {
      return alter(
          table, operation, context, renameIndex(before.requiredName(), operation.newName()));
    } else if (before instanceof Check) {
      MysqlClause definition = MysqlClause.of("ADD " + mysql.constraint(after, context.before()));
      ElementName restated = ElementName.constraint(table, operation.constraint());
      return alter(table, operation, context, mysql.drop(before), definition).stream()
          .map(statement -> statement.restating(restated))
          .toList();
    }
    return each(
        List.of(new DropConstraint(table, before.requiredName()), new AddConstraint(table, after)),
        context);
  }

  private MysqlClause renameIndex(String index, String newName) {
    return MysqlClause.of("RENAME INDEX " + name(index) + " TO " + name(newName));
  }

  @Override
  public List<Statement> visit(DropConstraint operation, RenderContext context) {
    return changes.drop(operation, context.before());
  }

  @Override
  public List<Statement> visit(CreateIndex operation, RenderContext context) {
    Schema after = operation.applyTo(context.before());
    Table table = after.table(operation.table());
    Index index = table.index(operation.index().namedIn(table.name()).requiredName());
    rules.require(table, after);
    List<String> implied = implied(table.name(), context.before(), after);
    if (implied.isEmpty()) {
      String online = operation.concurrently() ? " ALGORITHM=INPLACE LOCK=NONE" : "";
      return one(indexes.creation(index, table) + online, operation);
    }
    MysqlClause add = MysqlClause.of("ADD " + indexes.definition(index, table));
    MysqlClause[] parts = online(add, operation.concurrently());
    return alter(table.name(), operation, context, parts);
  }

  @Override
  public List<Statement> visit(DropIndex operation, RenderContext context) {
    Schema after = operation.applyTo(context.before());
    rules.requireTargets(after, operation.table());
    rules.require(after.table(operation.table()), after);
    if (operation.concurrently()) {
      Table table = context.before().table(operation.table());
      rules.requireNotClustered(table, table.index(operation.index()));
    }
    boolean alone = implied(operation.table(), context.before(), after).isEmpty();
    if (alone && !operation.concurrently()) {
      return one(
          "DROP INDEX " + name(operation.index()) + " ON " + name(operation.table()), operation);
    }
    MysqlClause drop = MysqlClause.drop("DROP INDEX " + name(operation.index()));
    MysqlClause[] parts = online(drop, operation.concurrently());
    return alter(operation.table(), operation, context, parts);
  }

  private static MysqlClause[] online(MysqlClause change, boolean concurrently) {
    return concurrently
        ? new MysqlClause[] {
          change, MysqlClause.of("ALGORITHM=INPLACE"), MysqlClause.of("LOCK=NONE")
        }
        : new MysqlClause[] {change};
  }

  @Override
  public List<Statement> visit(RenameIndex operation, RenderContext context) {
    return alter(
        operation.table(), operation, context, renameIndex(operation.index(), operation.newName()));
  }

  @Override
  public List<Statement> visit(RenameView operation, RenderContext context) {
    QualifiedName newName = operation.view().sibling(operation.newName());
    return one("RENAME TABLE " + name(operation.view()) + " TO " + name(newName), operation);
  }

  @Override
  public List<Statement> visit(CreateSequence operation, RenderContext context) {
    String sql = super.visit(sequences.create(operation), context).get(0).sql();
    return one(sql, operation);
  }

  @Override
  public List<Statement> visit(AlterSequence operation, RenderContext context) {
    sequences.requireMariadb(operation);
    return super.visit(operation, context);
  }

  /** MariaDB takes {@code NO MINVALUE} for 1, also where the sequence counts down. */
  @Override
  protected Sequence withNeededLimits(Sequence sequence) {
    return MysqlSequenceDefaults.limited(sequence);
  }

  /** MariaDB does not know the standard's {@code NO CYCLE}. */
  @Override
  protected String noCycle() {
    return "NOCYCLE";
  }

  @Override
  protected long defaultCache(Sequence sequence) {
    return MysqlSequenceDefaults.CACHE;
  }

  @Override
  public List<Statement> visit(RenameSequence operation, RenderContext context) {
    return sequences.rename(operation, context.before(), changes);
  }

  @Override
  public List<Statement> visit(DropSequence operation, RenderContext context) {
    return sequences.drop(operation);
  }

  /** There are no enum types of their own: nothing happens until a column has one. */
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
        operation, context, false, without -> enums.rename(operation, without.before()));
  }

  /** A schema is a database, and a database has no way to get another name. */
  @Override
  public List<Statement> visit(RenameSchema operation, RenderContext context) {
    throw mysql.unsupported(
        operation.toString(),
        "create the schema \""
            + operation.newName()
            + "\", move each table with"
            + " op.execute(sql(\"RENAME TABLE … TO …\")), and drop the old one");
  }

  /** The server would also drop what others have in the database. */
  @Override
  public List<Statement> visit(DropSchema operation, RenderContext context) {
    String check =
        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = "
            + mysql.mysqlLiterals().text(operation.namespace())
            + " LIMIT 1";
    List<Statement> statements = new ArrayList<>();
    statements.add(Statement.check(check, operation));
    statements.addAll(one("DROP SCHEMA " + name(operation.namespace()), operation));
    return statements;
  }
}
