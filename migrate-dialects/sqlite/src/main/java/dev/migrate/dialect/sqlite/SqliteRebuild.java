package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Rebuilds a table, as SQLite's manual describes: a new table with another name gets the rows, the
 * old one is dropped, the new one gets its name. All of it is one transaction, before which foreign
 * keys are switched off, so that dropping the old table deletes no row of another one.
 *
 * <ul>
 *   <li>Triggers are not in the model, and go with the old table. So they are kept in a temporary
 *       table and put back where they were: into {@code sqlite_master}, as {@code .dump} of the
 *       sqlite3 shell does with virtual tables.
 *   <li>Views are not looked at while the table gets its name, since some read it, and it is not
 *       there: that is what {@code legacy_alter_table} is for.
 *   <li>What no revision has declared would be lost: a statement looks for it before, and the
 *       revision fails.
 * </ul>
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">The procedure</a>
 */
final class SqliteRebuild {

  private static final String KEPT = "migrate_kept_triggers";

  private final SqliteTables tables;
  private final Table old;
  private final Table table;
  private final Schema after;
  private final SqliteRowCopy copy;
  private final List<String> indexes;
  private final String between;
  private final SqliteUndeclared undeclared;

  /**
   * A table that is rebuilt.
   *
   * @param copy where its values come from
   * @param indexes the statements that create its indexes
   */
  SqliteRebuild(
      SqliteTables tables,
      Schema before,
      Schema after,
      QualifiedName name,
      SqliteRowCopy copy,
      List<String> indexes) {
    this.tables = tables;
    this.old = before.table(name);
    this.table = after.table(name);
    this.after = after;
    this.copy = copy;
    this.indexes = indexes;
    this.between = newName(name.name(), before);
    this.undeclared = new SqliteUndeclared(tables, old, before);
  }

  /** A name for a table that is there for a moment. */
  static String newName(String table, Schema schema) {
    String name = "migrate_new_" + table;
    while (schema.findTable(QualifiedName.exactly(name)).isPresent()) {
      name += "_";
    }
    return name;
  }

  /**
   * The first statement writes: a transaction that reads first, and writes later, fails at once if
   * another connection has written in between.
   */
  List<Statement> statements(Operation part) {
    List<Statement> statements = new ArrayList<>();
    statements.add(
        Statement.structure(tables.create(table.withIndexes(List.of()), between, after), part)
            .restating(ElementName.table(old.name())));
    statements.add(Statement.check(undeclared.query(), part));
    String keep =
        "CREATE TEMP TABLE "
            + KEPT
            + " AS SELECT * FROM sqlite_master WHERE type = 'trigger' AND tbl_name = "
            + text(name())
            + " COLLATE NOCASE";
    statements.add(Statement.structure(keep, part));
    statements.add(Statement.structure(copyRows(), part));
    copy.checks(quoted(name()), quoted(between))
        .forEach(check -> statements.add(Statement.check(check, part)));
    List<String> sql = new ArrayList<>();
    sql.addAll(copyCounter());
    sql.add("DROP TABLE " + quoted(name()));
    sql.add("PRAGMA legacy_alter_table = ON");
    sql.add("ALTER TABLE " + quoted(between) + " RENAME TO " + quoted(name()));
    sql.add("PRAGMA legacy_alter_table = OFF");
    sql.addAll(indexes);
    sql.add("PRAGMA writable_schema = ON");
    sql.add("INSERT INTO sqlite_master SELECT * FROM temp." + KEPT);
    sql.add("PRAGMA writable_schema = RESET");
    sql.add("DROP TABLE temp." + KEPT);
    sql.forEach(each -> statements.add(Statement.structure(each, part)));
    for (String concerned : concerned()) {
      statements.add(Statement.check("PRAGMA foreign_key_check(" + quoted(concerned) + ")", part));
    }
    return statements.stream().map(Statement::insideTransaction).toList();
  }

  private String name() {
    return table.name().name();
  }

  private String quoted(String name) {
    return tables.definitions().names().name(name);
  }

  private String text(String text) {
    return tables.definitions().literals().text(text);
  }

  private String copyRows() {
    List<String> to = new ArrayList<>();
    List<String> from = new ArrayList<>();
    rowNumber()
        .ifPresent(
            rowNumber -> {
              to.add(rowNumber);
              from.add(rowNumber);
            });
    copy.sources()
        .forEach(
            (column, source) -> {
              if (table.findColumn(column).filter(c -> c.generated().isEmpty()).isPresent()) {
                to.add(quoted(column));
                from.add(source);
              }
            });
    return "INSERT INTO "
        + quoted(between)
        + " ("
        + String.join(", ", to)
        + ")\nSELECT "
        + String.join(", ", from)
        + "\nFROM "
        + quoted(name());
  }

  /**
   * The number that every row has, if no column shows it: other databases of the application, such
   * as one for full-text search, may refer to it.
   *
   * @see <a href="https://www.sqlite.org/rowidtable.html">Rowid tables</a>
   */
  private Optional<String> rowNumber() {
    if (isWithoutRowNumbers(old) || isWithoutRowNumbers(table) || showsRowNumber(table)) {
      return Optional.empty();
    }
    return List.of("rowid", "oid", "_rowid_").stream()
        .filter(name -> !hasColumn(old, name) && !hasColumn(table, name))
        .findFirst();
  }

  private boolean isWithoutRowNumbers(Table known) {
    return tables.options(known).contains(SqliteTables.WITHOUT_ROWID);
  }

  private static boolean hasColumn(Table table, String name) {
    return table.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
  }

  /** Whether the primary key is a single column of the type INTEGER. */
  private boolean showsRowNumber(Table table) {
    return table
        .primaryKey()
        .map(PrimaryKey::columns)
        .filter(key -> key.size() == 1)
        .map(key -> table.column(key.get(0)))
        .filter(
            column ->
                tables
                    .in(table)
                    .type(column.withCollation(Optional.empty()), after)
                    .toUpperCase(Locale.ROOT)
                    .equals("INTEGER"))
        .isPresent();
  }

  /** The counter may be ahead of the rows that are there. */
  private List<String> copyCounter() {
    if (SqliteTables.identity(old).isEmpty() || SqliteTables.identity(table).isEmpty()) {
      return List.of();
    }
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + text(between),
        "INSERT INTO sqlite_sequence (name, seq) SELECT "
            + text(between)
            + ", seq FROM sqlite_sequence WHERE name = "
            + text(name()));
  }

  /** The tables with foreign keys of and to this one. */
  private List<String> concerned() {
    TreeSet<String> names = new TreeSet<>();
    for (Table other : after.tables()) {
      for (Constraint constraint : other.constraints()) {
        boolean concerned =
            constraint instanceof ForeignKey key
                && (key.target().equals(table.name()) || other.name().equals(table.name()));
        if (concerned) {
          names.add(other.name().name());
        }
      }
    }
    return List.copyOf(names);
  }
}
