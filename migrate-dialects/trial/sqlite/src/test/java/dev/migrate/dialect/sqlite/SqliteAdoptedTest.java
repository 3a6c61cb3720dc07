package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.dialect.Statement;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StatementException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What somebody else created is held by the model as it is, or named, and never lost in silence.
 */
class SqliteAdoptedTest {

  private static final Consumer<Operations> DECLARED =
      op -> {
        op.createTable("p", column("id", integer()), primaryKey("id"));
        op.createTable(
            "t",
            column("id", integer()),
            column("code", text()).notNull(),
            column("qty", integer()),
            column("p", integer()),
            primaryKey("id"));
      };

  private static final Consumer<Operations> CHANGE =
      op -> op.alterColumn("t", "qty", type(bigint()));

  /**
   * A definition of t, and what no revision declares of it.
   *
   * @param element as the difference names it
   * @param what as the check of the rebuild names it
   */
  private record Undeclared(String create, String element, String what) {}

  private static Undeclared undeclared(
      String id, String code, String qty, String p, String element, String what) {
    return new Undeclared(
        "CREATE TABLE t (id INTEGER "
            + id
            + ", code TEXT "
            + code
            + ", qty INTEGER "
            + qty
            + ", p INTEGER "
            + p
            + ")",
        element,
        what);
  }

  @Test
  void aRebuildLosesNothingThatNoRevisionDeclared() throws SQLException {
    String key = "PRIMARY KEY";
    List<Undeclared> all =
        List.of(
            undeclared(
                key, "NOT NULL COLLATE NOCASE", "", "", "column t.code: collation", "a collation"),
            undeclared(
                key,
                "NOT NULL DEFAULT 'x'",
                "",
                "",
                "column t.code: default",
                "the default of column code"),
            undeclared(key, "NOT NULL UNIQUE", "", "", "constraint", "the key over code BINARY"),
            undeclared(key, "NOT NULL", "CHECK (qty > 0)", "", "constraint", "a check"),
            undeclared(key, "NOT NULL", "CHECK\n(qty > 0)", "", "constraint", "a check"),
            undeclared(key, "NOT NULL", "NOT NULL", "", "column t.qty", "NOT NULL of column qty"),
            undeclared(
                key,
                "NOT NULL",
                "",
                "REFERENCES p (id)",
                "constraint",
                "the foreign key over p, p"),
            undeclared(
                key,
                "NOT NULL ON CONFLICT IGNORE",
                "",
                "",
                "column t.code: conflict clause",
                "an ON CONFLICT clause"),
            undeclared(key + " AUTOINCREMENT", "NOT NULL", "", "", "column t.id", "AUTOINCREMENT"),
            undeclared(
                key,
                "NOT NULL",
                "AS (id + 1)",
                "",
                "column t.qty",
                "the computation of column qty"),
            undeclared(
                key,
                "NOT NULL",
                "",
                ", UNIQUE (p, code COLLATE NOCASE)",
                "constraint",
                "the key over p BINARY"),
            undeclared(key, "NOT NULL", "", ", extra TEXT", "column t.extra", "column extra"));
    for (Undeclared each : all) {
      try (LiveFile file = new LiveFile()) {
        file.migrator(DECLARED).upgrade();
        List<Statement> script = file.migrator(DECLARED, CHANGE).upgradeScript().statements();
        assertThat(file.found(script)).as("without it").isEmpty();
        file.execute("DROP TABLE t", each.create());
        String before = file.creation("t");
        assertThatThrownBy(file.migrator(DECLARED, CHANGE)::upgrade)
            .as(each.create())
            .isInstanceOf(SchemaMismatchException.class)
            .hasMessageContaining("would lose what no revision declared")
            .hasMessageContaining(each.element());
        assertThat(file.found(script))
            .as("what a script written before finds of %s", each.create())
            .anySatisfy(
                found ->
                    assertThat(found)
                        .contains(each.what())
                        .contains("is in no revision, and would be lost"));
        assertThat(file.creation("t")).isEqualTo(before);
      }
    }
  }

  @Test
  void whatWasDeclaredIsNoObstacleWhateverItsSpelling() throws SQLException {
    Consumer<Operations> declared =
        op -> {
          op.createTable("p", column("id", integer()), primaryKey("id"));
          op.createTable(
              "t",
              column("id", integer()),
              column("code", text()).notNull().collate("NOCASE").defaultTo("x"),
              column("qty", integer()),
              column("P", integer()),
              primaryKey("id"),
              unique("code"),
              unique("code", "P"),
              check("qty > 0"),
              foreignKey("P").references("p").onDelete(SET_NULL).initiallyDeferred(),
              index("qty"));
        };
    try (LiveFile file = new LiveFile()) {
      file.migrator(declared).upgrade();
      file.execute(
          "DROP TABLE t",
          "create table T (\"ID\" integer primary key, Code text collate nocase not null default"
              + " 'x' unique, qty integer check(qty > 0), p integer references P on delete set null"
              + " deferrable initially deferred, unique (CODE, p))",
          "create index ix_t_qty on t (qty)");
      file.migrator(declared, CHANGE).upgrade();
      assertThat(file.differences(declared, CHANGE)).isEmpty();
    }
  }

  @Test
  void theCollationOfAKeyIsNamed() throws SQLException {
    try (LiveFile file = new LiveFile()) {
      file.execute(
          "CREATE TABLE t (id INTEGER PRIMARY KEY DESC, mail TEXT NOT NULL ON CONFLICT IGNORE,"
              + " n INTEGER UNIQUE ON CONFLICT REPLACE, UNIQUE (mail COLLATE NOCASE, n))",
          "CREATE TABLE u (a TEXT, b TEXT, CONSTRAINT k PRIMARY KEY (a COLLATE RTRIM DESC, b ASC)"
              + " ON CONFLICT ABORT) WITHOUT ROWID");
      assertThat(file.unmodelled())
          .containsExactlyInAnyOrder(
              "constraint pk_t of table t: key columns id DESC",
              "column t.mail: conflict clause IGNORE",
              "constraint uq_t_n of table t: conflict clause REPLACE",
              "constraint uq_t_mail_n of table t: key columns mail COLLATE NOCASE, n",
              "constraint k of table u: key columns a COLLATE RTRIM DESC, b",
              "constraint k of table u: conflict clause ABORT");
      assertThat(
              file.differences(
                  op ->
                      op.createTable(
                          "t",
                          column("id", integer()),
                          column("mail", text()).notNull(),
                          column("n", integer()),
                          primaryKey("id"),
                          unique("n"),
                          unique("mail", "n"))))
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void triggersAndVirtualTablesAreNamedAndATableThatBeginsLikeOneIsRead() throws SQLException {
    try (LiveFile file = new LiveFile()) {
      file.execute(
          "CREATE VIRTUAL TABLE note USING fts5(body)",
          "CREATE TABLE note_tag (id INTEGER PRIMARY KEY)",
          "CREATE VIRTUAL TABLE box USING rtree(id, a, b)",
          "CREATE TABLE box_data (id INTEGER)",
          "CREATE VIEW seen AS SELECT id FROM note_tag",
          "CREATE TRIGGER tr AFTER INSERT ON Note_Tag BEGIN SELECT 1; END",
          "CREATE TRIGGER instead INSTEAD OF INSERT ON seen BEGIN SELECT 1; END");
      assertThat(file.inspected().tables())
          .extracting(t -> t.name().name())
          .containsExactly("box_data", "note_tag");
      assertThat(file.unmodelled())
          .containsExactlyInAnyOrder(
              "virtual table note: USING fts5(body)",
              "virtual table box: USING rtree(id, a, b)",
              "trigger tr on table note_tag",
              "trigger instead on view seen");
    }
  }

  @Test
  void beforeTheListOfTablesTheNamesOfShadowsTell() {
    SqliteCatalogue catalogue = new SqliteCatalogue();
    catalogue.add("table", "note", "note", "CREATE VIRTUAL TABLE note USING fts4(body)", false);
    for (String name : List.of("note_content", "note_segdir", "note_tag", "note_data")) {
      catalogue.add("table", name, name, "CREATE TABLE " + name + " (id)", false);
    }
    assertThat(catalogue.schema().tables())
        .extracting(t -> t.name().name())
        .containsExactly("note_data", "note_tag");
  }

  @Test
  void aColumnThatATriggerNamesIsNotDropped() throws SQLException {
    Consumer<Operations> tables =
        op -> {
          op.createTable("t", column("a", integer()), column("b", integer()));
          op.createTable("log", column("n", integer()), column("bb", integer()));
        };
    Consumer<Operations> drop = op -> op.dropColumn("t", "b");
    for (String trigger :
        List.of(
            "CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET b = 1; END",
            "CREATE TRIGGER tr AFTER INSERT ON log BEGIN UPDATE \"T\" SET\nB=1; END")) {
      try (LiveFile file = new LiveFile()) {
        file.migrator(tables).upgrade();
        file.execute(trigger);
        assertThatThrownBy(file.migrator(tables, drop)::upgrade)
            .isInstanceOf(StatementException.class)
            .hasMessageContaining("trigger tr names the column b")
            .hasMessageContaining("drop the trigger first");
        assertThat(file.creation("t")).contains("b INTEGER");
        file.execute("DROP TRIGGER tr");
        file.migrator(tables, drop).upgrade();
      }
    }
    for (String other :
        List.of(
            "CREATE TRIGGER tr AFTER INSERT ON log BEGIN UPDATE log SET bb = 1; END",
            "CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 1; END")) {
      try (LiveFile file = new LiveFile()) {
        file.migrator(tables).upgrade();
        file.execute(other);
        file.migrator(tables, drop).upgrade();
        file.execute("INSERT INTO t VALUES (1)", "INSERT INTO log VALUES (1, 1)");
      }
    }
  }
}
