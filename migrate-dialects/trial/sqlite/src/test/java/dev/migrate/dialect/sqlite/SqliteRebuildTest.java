package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.CASCADE;
import static dev.migrate.Ddl.SQLITE;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.currentTimestamp;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StatementException;
import dev.migrate.schema.IndexKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table keeps that is rebuilt; with foreign keys on, as applications have them. */
class SqliteRebuildTest {

  private final DataSource database = SqliteDatabases.file("&foreign_keys=true");
  private final List<Revision> revisions = new ArrayList<>();
  private Connection connection;
  private Migrator migrator;

  @BeforeEach
  void connect() throws SQLException {
    connection = database.getConnection();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  /** Runs one more revision, with the connection that the test looks with. */
  private void run(Consumer<Operations> operations) {
    String id = "r" + revisions.size();
    Lineage lineage =
        revisions.isEmpty()
            ? Lineage.of(id).root()
            : Lineage.of(id).after("r" + (revisions.size() - 1));
    revisions.add(Revision.of(lineage, operations));
    migrator = Migrator.on(connection).revisions(revisions).build();
    migrator.upgrade();
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(String.join(" ", row.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }

  @Test
  void optionsComeAndGoWithTheRows() throws SQLException {
    run(
        op ->
            op.createTable(
                "tag",
                column("name", varchar(9)).notNull(),
                column("uses", integer()),
                primaryKey("name"),
                index("uses"),
                tableOption(SQLITE, "WITHOUT ROWID")));
    run(op -> op.insert("tag", columns("name", "uses"), row("b", 2), row("a", 1)));
    run(op -> op.setTableOption("tag", tableOption(SQLITE, "STRICT")));
    assertThat(rows("SELECT strict, wr FROM pragma_table_list('tag')")).containsExactly("1 0");
    run(op -> op.clearTableOption("tag", SQLITE));
    run(op -> op.setTableOption("tag", tableOption(SQLITE, "STRICT, WITHOUT ROWID")));
    assertThat(rows("SELECT strict, wr FROM pragma_table_list('tag')")).containsExactly("1 1");
    assertThat(rows("SELECT name, uses FROM tag ORDER BY uses")).containsExactly("a 1", "b 2");
  }

  private static void account(Operations op) {
    op.createTable(
        "account",
        column("id", bigint()).identity(),
        column("login", varchar(64)).notNull(),
        column("age", integer()),
        primaryKey("id"));
  }

  private static void olderAges(Operations op) {
    op.alterColumn("account", "age", type(bigint()), defaultTo(7));
  }

  @Test
  void childRowsStayThoughDroppingTheOldTableWouldDeleteThem() throws SQLException {
    run(
        op -> {
          account(op);
          op.createTable(
              "post",
              column("id", integer()).notNull(),
              column("account_id", bigint()),
              primaryKey("id"),
              foreignKey("account_id").references("account").onDelete(CASCADE));
        });
    execute("INSERT INTO account (id, login) VALUES (1, 'a')", "INSERT INTO post VALUES (5, 1)");
    run(SqliteRebuildTest::olderAges);
    assertThat(rows("SELECT * FROM post")).containsExactly("5 1");
    assertThat(rows("PRAGMA foreign_keys")).as("on again").containsExactly("1");
    execute("DELETE FROM account");
    assertThat(rows("SELECT * FROM post")).as("the key still works").isEmpty();
    assertThatThrownBy(() -> execute("INSERT INTO post VALUES (6, 9)"))
        .hasMessageContaining("FOREIGN KEY");
  }

  @Test
  void foreignKeysOfTheSessionStayOff() throws SQLException {
    execute("PRAGMA foreign_keys = 0");
    run(SqliteRebuildTest::account);
    run(SqliteRebuildTest::olderAges);
    assertThat(rows("PRAGMA foreign_keys")).containsExactly("0");
  }

  @Test
  void rowsThatReferToRowsOfTheSameTableStay() throws SQLException {
    run(
        op ->
            op.createTable(
                "category",
                column("id", integer()).notNull(),
                column("parent", integer()),
                column("name", varchar(20)),
                primaryKey("id"),
                foreignKey("parent").references("category").onDelete(CASCADE)));
    execute("INSERT INTO category VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c')");
    run(op -> op.alterColumn("category", "name", notNull()));
    assertThat(rows("SELECT * FROM category")).containsExactly("1 null a", "2 1 b", "3 2 c");
    execute("DELETE FROM category WHERE id = 2");
    assertThat(rows("SELECT * FROM category")).containsExactly("1 null a");
    run(op -> op.dropTable("category"));
  }

  @Test
  void tablesThatReferToEachOtherStay() throws SQLException {
    run(
        op -> {
          op.createTable("a", column("id", integer()).notNull(), primaryKey("id"));
          op.createTable(
              "b",
              column("id", integer()).notNull(),
              column("a_id", integer()),
              primaryKey("id"),
              foreignKey("a_id").references("a").onDelete(CASCADE).initiallyDeferred());
          op.addColumn("a", column("b_id", integer()));
          op.addForeignKey(
              "a", foreignKey("b_id").references("b").onDelete(CASCADE).initiallyDeferred());
        });
    execute("BEGIN", "INSERT INTO a VALUES (1, 2)", "INSERT INTO b VALUES (2, 1)", "COMMIT");
    run(op -> op.alterColumn("a", "b_id", notNull()));
    run(op -> op.alterColumn("b", "a_id", notNull()));
    assertThat(rows("SELECT * FROM a, b")).containsExactly("1 2 2 1");
    assertThat(rows("PRAGMA foreign_key_check")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "\"account\"", "ACCOUNT"})
  void triggersStay(String name) throws SQLException {
    run(SqliteRebuildTest::account);
    execute(
        "CREATE TABLE log (t)",
        "CREATE TRIGGER one AFTER INSERT ON " + name + " BEGIN INSERT INTO log VALUES ('1'); END",
        "CREATE TRIGGER \"two; --\" BEFORE UPDATE OF age ON "
            + name
            + " WHEN new.age > 3 BEGIN INSERT INTO log VALUES ('it''s; two'); END",
        "CREATE TRIGGER three AFTER INSERT ON log BEGIN UPDATE account SET login = 'x'; END");
    run(SqliteRebuildTest::olderAges);
    run(op -> op.alterColumn("account", "login", type(varchar(99))));
    execute("INSERT INTO account (login) VALUES ('a')", "UPDATE account SET age = 9");
    assertThat(rows("SELECT t FROM log")).containsExactly("1", "it's; two");
    assertThat(rows("SELECT login FROM account")).containsExactly("x");
    assertThat(rows("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1"))
        .containsExactly("one", "three", "two; --");
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("INSERT INTO account (login) VALUES ('b')");
    }
    assertThat(rows("SELECT COUNT(*) FROM log")).as("others see them").containsExactly("3");
    assertThat(rows("SELECT name FROM sqlite_temp_master")).isEmpty();
    assertThat(rows("PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void viewsStayAndSoDoTheirTriggers() throws SQLException {
    run(
        op -> {
          account(op);
          op.createView("adult", view("SELECT login, age FROM account").reads("account", "login"));
        });
    execute(
        "CREATE VIEW raw_view AS SELECT a.*, v.age AS w FROM account a, adult v",
        "CREATE TRIGGER instead INSTEAD OF INSERT ON adult"
            + " BEGIN INSERT INTO account (login) VALUES (new.login); END");
    run(op -> op.alterColumn("account", "age", defaultTo(7)));
    execute("INSERT INTO adult (login) VALUES ('ada')");
    assertThat(rows("SELECT * FROM raw_view")).containsExactly("1 ada 7 7");
  }

  @Test
  void numbersThatWereGivenAreNotGivenAgain() throws SQLException {
    run(SqliteRebuildTest::account);
    execute("INSERT INTO account (login) VALUES ('a'), ('b')", "DELETE FROM account");
    run(SqliteRebuildTest::olderAges);
    execute("INSERT INTO account (login) VALUES ('c')");
    assertThat(rows("SELECT id, login, age FROM account")).containsExactly("3 c 7");
    assertThat(rows("SELECT * FROM sqlite_sequence")).containsExactly("account 3");
  }

  @Test
  void numbersGoOnAfterThoseThatAreThere() throws SQLException {
    run(op -> op.createTable("t", column("id", integer()).notNull(), primaryKey("id")));
    execute("INSERT INTO t VALUES (41)");
    run(op -> op.alterColumn("t", "id", dev.migrate.Ddl.identity()));
    execute("INSERT INTO t DEFAULT VALUES", "DELETE FROM t", "INSERT INTO t DEFAULT VALUES");
    assertThat(rows("SELECT * FROM t")).containsExactly("43");
  }

  @Test
  void computedColumnsAreComputedAgain() throws SQLException {
    run(
        op ->
            op.createTable(
                "line",
                column("price", integer()),
                column("stored", integer()).storedAs("price * 2"),
                column("virtual", integer()).virtualAs("price * 3")));
    execute("INSERT INTO line (price) VALUES (5)");
    run(op -> op.alterColumn("line", "price", notNull()));
    run(op -> op.addColumn("line", column("late", integer()).storedAs("price * 4")));
    assertThat(rows("SELECT * FROM line")).containsExactly("5 10 15 20");
  }

  @Test
  void indexesStay() throws SQLException {
    run(
        op -> {
          account(op);
          op.createIndex("account", index("age").unique().where("age > 3"));
          op.createIndex(
              "account",
              index(IndexKey.expression(expression("lower(login)")).descending()).named("ix_low"));
        });
    List<String> before =
        rows("SELECT sql FROM sqlite_master WHERE tbl_name = 'account' AND type = 'index'");
    run(op -> op.alterColumn("account", "login", type(text())));
    assertThat(rows("SELECT sql FROM sqlite_master WHERE tbl_name = 'account' AND type = 'index'"))
        .hasSize(2)
        .isEqualTo(before);
  }

  @Test
  void numbersOfRowsStay() throws SQLException {
    run(op -> op.createTable("note", column("rowid", text()), column("body", text())));
    execute("INSERT INTO note (_rowid_, body) VALUES (7, 'a'), (9, 'b')");
    run(op -> op.alterColumn("note", "body", notNull()));
    assertThat(rows("SELECT oid, body FROM note")).containsExactly("7 a", "9 b");
  }

  @Test
  void optionsStay() throws SQLException {
    run(
        op ->
            op.createTable(
                "note",
                column("id", varchar(9)).notNull(),
                column("n", integer()),
                primaryKey("id"),
                tableOption(SQLITE, "strict, without  rowid")));
    execute("INSERT INTO note VALUES ('a', 1)");
    run(op -> op.alterColumn("note", "n", type(text())));
    assertThat(rows("SELECT id, n, typeof(n) FROM note")).containsExactly("a 1 text");
    assertThat(rows("SELECT wr, strict FROM pragma_table_list('note')")).containsExactly("1 1");
    assertThatThrownBy(() -> execute("INSERT INTO note VALUES ('b', x'00')"))
        .hasMessageContaining("cannot store BLOB");
  }

  @Test
  void namesOfAnyKindStay() throws SQLException {
    String hostile = "a\"b'c`d]e; DROP TABLE x; -- \\ ü☃\n";
    String quoted = "\"" + hostile.replace("\"", "\"\"") + "\"";
    run(
        op ->
            op.createTable(
                quoted,
                column(hostile, integer()).notNull(),
                column("select", varchar(99)),
                primaryKey(hostile).named("pk " + hostile),
                foreignKey(hostile).references(quoted),
                index("select").named("ix " + hostile)));
    execute("INSERT INTO " + quoted + " VALUES (1, 'x')");
    run(op -> op.alterColumn(quoted, "select", notNull(), defaultTo(hostile)));
    assertThat(rows("SELECT \"select\" FROM " + quoted)).containsExactly("x");
    run(op -> op.renameTable(quoted, "plain"));
    execute("INSERT INTO plain (" + quoted + ") VALUES (2)");
    assertThat(rows("SELECT \"select\" FROM plain")).containsExactly("x", hostile);
  }

  @Test
  void changesThatFollowEachOtherAreOneRebuild() throws SQLException {
    run(SqliteRebuildTest::account);
    execute("INSERT INTO account (login, age) VALUES ('a', 5)");
    run(
        op -> {
          op.addColumn("account", column("born", timestamp()).defaultTo(currentTimestamp()));
          op.addColumn("account", column("email", varchar(9)));
          op.alterColumn("account", "age", type(text()), notNull());
          op.addUnique("account", unique("login"));
          op.createIndex("account", index("age"));
          op.addCheck("account", check("age <> ''"));
          op.createIndex("account", index("email"));
        });
    assertThat(rows("SELECT login, age, typeof(age), born IS NULL, email FROM account"))
        .containsExactly("a 5 text 0 null");
    migrator.downgrade("r0");
    assertThat(rows("SELECT * FROM account")).containsExactly("1 a 5");
    String up = migrator.upgradeScript().toString();
    assertThat(up.split("CREATE TABLE migrate_new_account", -1)).hasSize(2);
    assertThat(up)
        .contains("PRAGMA foreign_keys = 0;")
        .containsSubsequence(
            "PRAGMA foreign_keys = 0;", "BEGIN IMMEDIATE;", "COMMIT;", ".read migrate-session.sql");
  }

  /** Foreign keys are off while a table is rebuilt, so a DELETE beside it does not cascade. */
  @Test
  void rowsOfOtherTablesThatAreOrphanedBesideARebuildAreFoundToo() throws SQLException {
    run(
        op -> {
          account(op);
          op.createTable("team", column("id", integer()).notNull(), primaryKey("id"));
          op.createTable(
              "member",
              column("team_id", integer()),
              foreignKey("team_id").references("team").onDelete(CASCADE));
        });
    execute("INSERT INTO team VALUES (1)", "INSERT INTO member VALUES (1)");
    assertThatThrownBy(
            () ->
                run(
                    op -> {
                      olderAges(op);
                      op.delete("team", columns("id"), row(1));
                    }))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("PRAGMA foreign_key_check")
        .hasMessageContaining("found      table member, rowid 1, parent team")
        .hasMessageContaining("nothing of this revision: it was rolled back");
    assertThat(rows("SELECT * FROM team, member")).containsExactly("1 1");
    revisions.remove(1);
    run(op -> op.delete("team", columns("id"), row(1)));
    assertThat(rows("SELECT * FROM member")).as("alone, it cascades").isEmpty();
  }

  @Test
  void rowsThatReferToNothingAreFoundBeforeTheCommit() throws SQLException {
    run(
        op -> {
          account(op);
          op.createTable("post", column("account_id", bigint()));
        });
    execute("INSERT INTO post VALUES (77)");
    assertThatThrownBy(
            () ->
                run(op -> op.addForeignKey("post", foreignKey("account_id").references("account"))))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("PRAGMA foreign_key_check(post)")
        .hasMessageContaining("post")
        .hasMessageContaining("nothing of this revision");
    assertThat(rows("SELECT * FROM post")).containsExactly("77");
    assertThat(rows("PRAGMA foreign_keys")).containsExactly("1");
    assertThat(rows("SELECT name FROM sqlite_master WHERE name LIKE 'migrate_new%'")).isEmpty();
  }

  @Test
  void whatNoRevisionHasDeclaredIsNotLost() throws SQLException {
    run(SqliteRebuildTest::account);
    execute("CREATE INDEX by_hand ON account (age)", "ALTER TABLE account ADD COLUMN extra TEXT");
    assertThatThrownBy(() -> run(SqliteRebuildTest::olderAges))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("index by_hand of table account")
        .hasMessageContaining("column account.extra");
    execute("DROP INDEX by_hand");
    assertThatThrownBy(() -> migrator.upgrade())
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("column account.extra")
        .hasMessageNotContaining("by_hand");
    execute("ALTER TABLE account DROP COLUMN extra");
    assertThat(migrator.upgrade().revisions()).hasSize(1);
  }

  @Test
  void settingsAreAsBeforeAfterAFailure() throws SQLException {
    run(SqliteRebuildTest::account);
    execute("INSERT INTO account (login, age) VALUES ('a', NULL)", "PRAGMA legacy_alter_table = 1");
    assertThatThrownBy(() -> run(op -> op.alterColumn("account", "age", notNull())))
        .hasMessageContaining("NOT NULL");
    assertThat(rows("PRAGMA foreign_keys")).containsExactly("1");
    assertThat(rows("PRAGMA legacy_alter_table")).containsExactly("1");
    assertThat(rows("PRAGMA writable_schema")).containsExactly("0");
    assertThat(rows("SELECT name FROM sqlite_temp_master")).isEmpty();
    assertThat(rows("PRAGMA database_list")).hasSizeLessThan(3);
  }

  @Test
  void renamingATableTakesForeignKeysAlongWhateverTheSetting() throws SQLException {
    execute("PRAGMA foreign_keys = 0", "PRAGMA legacy_alter_table = 1");
    run(
        op -> {
          account(op);
          op.createTable("post", column("a", bigint()), foreignKey("a").references("account"));
        });
    run(op -> op.renameTable("account", "person"));
    run(op -> op.renameTable("person", "Person"));
    assertThat(rows("SELECT \"table\" FROM pragma_foreign_key_list('post')"))
        .containsExactly("Person");
    assertThat(rows("PRAGMA legacy_alter_table")).containsExactly("1");
  }

  @Test
  void labelsOfRowsFollowTheEnumType() throws SQLException {
    run(
        op -> {
          op.createEnumType("mood", "sad", "it's ok");
          op.createTable("day", column("mood", dev.migrate.Ddl.enumType("mood")));
          op.createTable("night", column("mood", dev.migrate.Ddl.enumType("mood")));
        });
    execute("INSERT INTO day VALUES ('sad'), (NULL)", "INSERT INTO night VALUES ('it''s ok')");
    assertThatThrownBy(() -> execute("INSERT INTO day VALUES ('glad')"))
        .hasMessageContaining("CHECK constraint failed");
    run(op -> op.addEnumValue("mood", "glad"));
    execute("INSERT INTO day VALUES ('glad')");
    run(op -> op.renameEnumValue("mood", "sad", "unhappy"));
    assertThat(rows("SELECT * FROM day")).containsExactly("unhappy", "null", "glad");
    assertThat(rows("SELECT * FROM night")).containsExactly("it's ok");
  }

  @Test
  void aViewWithTriggersIsNotRenamed() throws SQLException {
    run(
        op -> {
          account(op);
          op.createView("adult", view("SELECT login FROM account").reads("account", "login"));
        });
    execute("CREATE TRIGGER tr INSTEAD OF DELETE ON adult BEGIN DELETE FROM account; END");
    assertThatThrownBy(() -> run(op -> op.renameView("adult", "grown_up")))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("trigger tr on view adult")
        .hasMessageContaining("nothing ran");
    execute("DROP TRIGGER tr");
    migrator.upgrade();
    assertThat(rows("SELECT * FROM grown_up")).isEmpty();
  }

  @Test
  void aColumnOfAUniqueConstraintAndOfThePrimaryKeyIsRenamed() throws SQLException {
    run(op -> op.createTable("t", column("n", integer()).notNull(), unique("n")));
    run(op -> op.addPrimaryKey("t", primaryKey("n")));
    execute("INSERT INTO t VALUES (5)");
    run(op -> op.renameColumn("t", "n", "m"));
    assertThat(rows("SELECT m FROM t")).containsExactly("5");
  }
}
