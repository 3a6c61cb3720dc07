package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.ansi.RemovedLabels;
import dev.migrate.dialect.ansi.UnclearConversion;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Changes of tables: which of them {@code ALTER TABLE} can make, and which of those that it cannot
 * are made together. Immutable.
 *
 * @param tables how tables are written
 * @param createIndex renders an index
 */
record SqliteTableChanges(SqliteTables tables, Function<CreateIndex, String> createIndex) {

  private static final SqliteRebuildParts PARTS = new SqliteRebuildParts();

  /**
   * As many as change the same table, up to the last one for which it is rebuilt. Renaming and
   * dropping a column is left to SQLite, which looks at triggers and renames in them. One copy of
   * the rows makes of each value what the operations make of it one after the other: so a value
   * that is converted is converted once, and {@link SqliteAddedRules} are checked before they are
   * taken back.
   */
  int together(List<Operation> operations, Schema before) {
    Optional<QualifiedName> table = part(operations.get(0)).map(SqliteRebuildPart::table);
    Set<String> made = new HashSet<>();
    SqliteAddedRules rules = new SqliteAddedRules();
    int last = 1;
    for (int i = 0; i < operations.size() && table.isPresent(); i++) {
      Optional<SqliteRebuildPart> part = part(operations.get(i));
      if (!part.map(SqliteRebuildPart::table).equals(table)
          || !canJoin(part.orElseThrow(), made)
          || rules.areTakenBackBy(operations.get(i))) {
        break;
      }
      rules.add(operations.get(i));
      last = part.orElseThrow().isRebuild() ? i + 1 : last;
    }
    return last;
  }

  /** Whether the copy can make its values too, and which columns have values that it makes. */
  private static boolean canJoin(SqliteRebuildPart part, Set<String> made) {
    part.added().ifPresent(column -> made.add(column.name()));
    Optional<AlterColumn> converting = part.altered().filter(SqliteTableChanges::converts);
    if (converting.isEmpty()) {
      return true;
    }
    AlterColumn alter = converting.orElseThrow();
    boolean computes = computes(alter);
    boolean first = computes ? made.isEmpty() : !made.contains(alter.column());
    made.add(alter.column());
    return first;
  }

  /** Whether it makes other values of the old ones. */
  static boolean converts(AlterColumn operation) {
    return operation.changes().stream()
        .anyMatch(change -> change instanceof TypeChange || change instanceof IdentityChange);
  }

  private static boolean computes(AlterColumn operation) {
    return operation.changes().stream()
        .anyMatch(change -> change instanceof TypeChange type && type.using().isPresent());
  }

  private Optional<SqliteRebuildPart> part(Operation operation) {
    return operation.accept(PARTS, tables.definitions().dialects());
  }

  private SqliteRules rules() {
    return new SqliteRules(tables);
  }

  private SqliteDecimals decimals() {
    return new SqliteDecimals(tables.definitions());
  }

  List<Statement> add(AddColumn operation, Schema before) {
    if (part(operation).orElseThrow().isRebuild()) {
      return rebuild(List.of(operation), before);
    }
    Schema after = operation.applyTo(before);
    Table table = after.table(operation.table());
    rules().require(table);
    decimals().require(table, operation.column());
    String sql =
        "ALTER TABLE "
            + tables.definitions().names().name(operation.table())
            + " ADD COLUMN "
            + tables.in(table).column(operation.column(), before);
    return List.of(Statement.structure(sql, operation));
  }

  /** Rebuilds the table as all these operations together leave it. */
  List<Statement> rebuild(List<Operation> operations, Schema before) {
    QualifiedName name = part(operations.get(0)).orElseThrow().table();
    SqliteRowCopy copy = new SqliteRowCopy(tables.definitions(), before.table(name));
    Schema after = before;
    boolean computes = false;
    List<Statement> checks = new ArrayList<>();
    for (Operation operation : operations) {
      Schema next = operation.applyTo(after);
      SqliteRebuildPart part = part(operation).orElseThrow();
      Table changed = next.table(name);
      if (part.added().isPresent()) {
        Column added = part.added().orElseThrow();
        decimals().require(changed, added);
        copy = copy.added(added);
      }
      if (part.altered().isPresent()) {
        AlterColumn alter = part.altered().orElseThrow();
        new UnclearConversion(tables.definitions())
            .refuse(alter, after, "state how values are converted: type(…).using(\"…\")");
        decimals().require(changed, changed.column(alter.column()));
        copy = copy.altered(alter, after, next);
        labelCheck(alter, before, after).ifPresent(checks::add);
      }
      if (part.newIndex().isPresent()) {
        rules().requireFree(after, part.newIndex().orElseThrow());
      }
      computes |= part.altered().filter(SqliteTableChanges::computes).isPresent();
      after = next;
    }
    Table table = after.table(name);
    rules().require(table);
    SqliteCanonical canonical = new SqliteCanonical(tables);
    boolean same =
        canonical.table(before, before.table(name)).equals(canonical.table(after, table));
    if (same && !computes) {
      return List.of();
    }
    Operation last = operations.get(operations.size() - 1);
    List<Statement> statements = new ArrayList<>(statements(before, after, table, copy, last));
    // The first statement writes, see SqliteRebuild.
    checks.forEach(
        check -> statements.add(1, Statement.check(check.sql(), last).insideTransaction()));
    return statements;
  }

  /** Of a column that has been there from the start, under this name. */
  private Optional<Statement> labelCheck(AlterColumn alter, Schema before, Schema now) {
    Optional<Column> known = before.table(alter.table()).findColumn(alter.column());
    return known.equals(now.table(alter.table()).findColumn(alter.column()))
        ? new RemovedLabels(tables.definitions(), "TEXT").check(alter, now)
        : Optional.empty();
  }

  private List<Statement> statements(
      Schema before, Schema after, Table table, SqliteRowCopy copy, Operation part) {
    List<String> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      indexes.add(createIndex.apply(new CreateIndex(table.name(), index)));
    }
    return new SqliteRebuild(tables, before, after, table.name(), copy, indexes).statements(part);
  }

  /** Rebuilds every table with a column of an enum type whose labels change. */
  List<Statement> relabel(
      Operation operation, QualifiedName enumType, Schema before, Optional<String> renamed) {
    Schema after = operation.applyTo(before);
    List<Statement> statements = new ArrayList<>();
    for (Table table : before.tables()) {
      SqliteRowCopy copy = new SqliteRowCopy(tables.definitions(), table);
      boolean uses = false;
      for (Column column : table.columns()) {
        if (isOf(column, enumType)) {
          uses = true;
          copy = renamed.isEmpty() ? copy : copy.relabelled(column.name(), renamed.get());
        }
      }
      if (uses) {
        Table next = after.table(table.name());
        statements.addAll(statements(before, after, next, copy, operation));
      }
    }
    return statements;
  }

  private boolean isOf(Column column, QualifiedName enumType) {
    DataType type = column.type().on(tables.definitions().dialects());
    DataType element = type instanceof ArrayType array ? array.element() : type;
    return element.equals(new EnumReference(enumType));
  }
}
