package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.testkit.dialect.contract.Revisions.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.dialect.ScriptCommand;
import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanException;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.Script;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * What a migrator does on every database: up, down, stamp, scripts, and what it reports. A dialect
 * proves it by implementing this interface in a test.
 *
 * <pre>
 * create ── email ──┐
 *        └─ rename ─┴─ join
 * </pre>
 */
public interface MigratorContract extends DatabaseContract {

  /** A table with a row. */
  Revision CREATE =
      Revision.of(
          Lineage.of("create").root().message("accounts"),
          op -> {
            op.createTable(
                "account",
                column("id", bigint()).notNull(),
                column("login", varchar(64)).notNull(),
                primaryKey("id"));
            op.insert("account", columns("id", "login"), row(1, "ada"));
          });

  Revision EMAIL =
      Revision.of(
          Lineage.of("email").after("create"),
          op -> {
            op.addColumn("account", column("email", varchar(320)));
            op.createIndex("account", index("email"));
          });

  Revision RENAME =
      Revision.of(
          Lineage.of("rename").after("create"),
          op -> op.renameColumn("account", "login", "user_name"));

  Revision JOIN = Revision.join(Lineage.of("join").after("email", "rename"));

  /** The four revisions above on a database. */
  private Migrator accounts(DataSource database) {
    return migrator(database, JOIN, RENAME, EMAIL, CREATE);
  }

  @Test
  default void upgradeRunsEveryRevisionAncestorsFirst() {
    DataSource database = emptyDatabase();
    assertEquals(List.of("create", "email", "rename", "join"), ids(accounts(database).upgrade()));
    assertEquals(List.of("1 ada null"), rows(database, "SELECT id, user_name, email FROM account"));
  }

  @Test
  default void upgradeAgainFindsNothingToDo() {
    DataSource database = emptyDatabase();
    accounts(database).upgrade();
    Outcome again = accounts(database).upgrade();
    assertTrue(again.isEmpty());
    assertTrue(again.toString().startsWith("nothing to do"), again.toString());
  }

  @Test
  default void upgradeRunsWhatATargetNeedsAndNoMore() {
    DataSource database = emptyDatabase();
    Migrator migrator = accounts(database);
    assertEquals(List.of("create", "rename"), ids(migrator.upgrade(RevisionId.of("rename"))));
    assertEquals(List.of("email"), ids(migrator.upgrade("em")));
    assertEquals(List.of("join"), ids(migrator.upgrade("+1")));
    assertEquals(List.of(), ids(migrator.upgrade("head")));
  }

  @Test
  default void downgradeToBaseLeavesNothingButTheHistoryTable() {
    DataSource database = emptyDatabase();
    Migrator migrator = accounts(database);
    migrator.upgrade();
    assertEquals(List.of("join", "rename", "email", "create"), ids(migrator.downgrade("base")));
    assertEquals(List.of(), rows(database, "SELECT id FROM migrate_history"));
    assertThrows(AssertionError.class, () -> rows(database, "SELECT * FROM account"));
    assertEquals(4, migrator.upgrade().revisions().size());
  }

  @Test
  default void downgradeUndoesWhatIsAboveTheTargetAndKeepsRows() {
    DataSource database = emptyDatabase();
    Migrator migrator = accounts(database);
    migrator.upgrade();
    execute(database, "INSERT INTO account (id, user_name, email) VALUES (2, 'bob', 'b@x')");
    assertEquals(List.of("join"), ids(migrator.downgrade("-1")));
    assertEquals(List.of("rename"), ids(migrator.downgrade("rename@-1")));
    assertEquals(
        List.of("1 ada null", "2 bob b@x"),
        rows(database, "SELECT id, login, email FROM account ORDER BY id"));
    assertEquals(List.of("email"), ids(migrator.downgrade(RevisionId.of("create"))));
    assertEquals(List.of(), ids(migrator.downgrade("create")));
    migrator.upgrade();
    assertEquals(
        List.of("1 ada null", "2 bob null"),
        rows(database, "SELECT id, user_name, email FROM account ORDER BY id"));
  }

  @Test
  default void aScriptSaysWhatWouldRunAndRunsNothing() {
    DataSource database = emptyDatabase();
    Migrator migrator = accounts(database);
    Script script = migrator.upgradeScript();
    assertEquals(
        List.of("create", "email", "rename", "join"),
        script.plan().revisions().stream().map(RevisionId::value).toList());
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
    List<String> ran = new ArrayList<>();
    Migrator.on(database)
        .revisions(CREATE, EMAIL, RENAME, JOIN)
        .listener(
            event -> {
              if (event instanceof MigrationEvent.StatementExecuted executed) {
                ran.add(executed.statement().sql());
              }
            })
        .build()
        .upgrade();
    assertEquals(script.statements().stream().map(Object::toString).toList(), ran);
  }

  @Test
  default void aScriptRunByHandLeavesTheSameHistory() {
    DataSource database = emptyDatabase();
    Migrator migrator = accounts(database);
    List<ScriptCommand> commands = migrator.upgradeScript().commands();
    execute(
        database,
        commands.stream().map(ScriptCommand::sql).flatMap(Optional::stream).toArray(String[]::new));
    assertTrue(migrator.upgrade().isEmpty());
    assertEquals(List.of("join"), ids(migrator.current()));
    assertEquals(4, migrator.downgrade("base").revisions().size());
  }

  @Test
  default void stampRecordsWithoutRunning() {
    DataSource database = emptyDatabase();
    Migrator migrator = accounts(database);
    assertThrows(SchemaMismatchException.class, () -> migrator.stamp("email"));
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
    String reason = "the table comes later";
    assertEquals(
        "recorded as applied: create, email\n"
            + "  accepted table account, because the table comes later",
        TestDatabase.recorded(migrator.stampAccepting(reason, "email")));
    assertThrows(AssertionError.class, () -> rows(database, "SELECT * FROM account"));
    assertEquals(List.of("email"), ids(migrator.current()));
    assertEquals(
        List.of("email"),
        migrator.stampAccepting(reason, "create").removed().stream()
            .map(RevisionId::value)
            .toList());
    assertEquals("nothing to record", migrator.stamp(RevisionId.of("create")).toString());
    assertEquals("recorded as not applied: create", migrator.stamp("base").toString());
    assertEquals(List.of(), ids(migrator.current()));
    assertThrows(DefinitionException.class, () -> migrator.stampAccepting(" ", "email"));
  }

  @Test
  default void tellsWhatIsAppliedAndWhatIsNot() {
    DataSource database = emptyDatabase();
    Migrator migrator = accounts(database);
    assertEquals(List.of(), ids(migrator.current()));
    migrator.upgrade("email");
    assertEquals(List.of("email"), ids(migrator.current()));
    assertEquals(List.of("join"), ids(migrator.heads()));
    assertEquals(List.of("create"), ids(migrator.branches()));
    assertEquals(List.of("create", "email", "rename", "join"), ids(migrator.history()));
    assertEquals(List.of("create", "email"), ids(migrator.history("base:email")));
    assertTrue(migrator.show("em").isApplied());
    assertTrue(migrator.show("create").appliedAt().isPresent());
    assertTrue(migrator.show("create").toString().contains("accounts"));
    assertTrue(!migrator.show("rename").isApplied());
  }

  @Test
  default void listenersReceiveEveryRevisionAndStatement() {
    List<String> events = new ArrayList<>();
    Migrator.on(emptyDatabase())
        .revisions(CREATE, EMAIL)
        .listener(event -> events.add(event.getClass().getSimpleName()))
        .build()
        .upgrade();
    List<String> revision =
        List.of("RevisionStarted", "StatementExecuted", "StatementExecuted", "RevisionFinished");
    List<String> twice = new ArrayList<>(revision);
    twice.addAll(revision);
    assertEquals(twice, events);
  }

  @Test
  default void codeWorksOnTheConnectionOfTheMigration() {
    DataSource database = emptyDatabase();
    Revision fill =
        Revision.of(
            Lineage.of("fill").after("create"),
            op ->
                op.run(
                    code(
                            "fill",
                            context -> {
                              try (var statement = context.connection().createStatement()) {
                                statement.execute("INSERT INTO account VALUES (2, 'bob')");
                              }
                              context
                                  .unwrap(Handle.class)
                                  .execute("INSERT INTO account VALUES (?, ?)", 3, "eve");
                            })
                        .writes("account")
                        .undoneBy(
                            context ->
                                context
                                    .unwrap(Handle.class)
                                    .execute("DELETE FROM account WHERE id IN (2, 3)"))));
    Migrator migrator = Migrator.on(Jdbi.create(database)).revisions(CREATE, fill).build();
    migrator.upgrade();
    assertEquals(List.of("3"), rows(database, "SELECT COUNT(*) FROM account"));
    migrator.downgrade("-1");
    assertEquals(List.of("1"), rows(database, "SELECT COUNT(*) FROM account"));
  }

  @Test
  default void codeThatFailsChangesNothing() {
    DataSource database = emptyDatabase();
    Revision fails =
        Revision.of(
            Lineage.of("fails").after("create"),
            op ->
                op.run(
                    code(
                            "fails",
                            context -> {
                              context.unwrap(Handle.class).execute("DELETE FROM account");
                              throw new IllegalArgumentException("no such file");
                            })
                        .needsNoUndo()));
    Migrator migrator = migrator(database, CREATE, fails);
    StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
    assertTrue(failure.getMessage().contains("no such file"), failure.getMessage());
    assertEquals(List.of("1"), rows(database, "SELECT COUNT(*) FROM account"));
  }

  @Test
  default void rawSqlThatTheDatabaseDoesNotUnderstandIsCorrectedAndGoesOn() {
    DataSource database = emptyDatabase();
    Lineage lineage = Lineage.of("raw").after("create");
    Revision misspelt =
        Revision.of(lineage, op -> op.execute(sql("CREATE TABL note (id INT)").needsNoUndo()));
    Revision corrected =
        Revision.of(lineage, op -> op.execute(sql("CREATE TABLE note (id INT)").needsNoUndo()));
    Migrator migrator = migrator(database, CREATE, misspelt);
    StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
    assertTrue(failure.getMessage().contains("CREATE TABL note"), failure.getMessage());
    assertThrows(StatementException.class, migrator::upgrade);
    migrator(database, CREATE, corrected).upgrade();
    assertEquals(List.of(), rows(database, "SELECT id FROM note"));
  }

  @Test
  default void whatSomebodyMadeByHandIsInTheWayOfARevisionThatIsOneTransaction()
      throws SQLException {
    DataSource database = emptyDatabase();
    assumeTrue(
        new TestDatabase(database).isTransactional(), "a revision runs statement by statement");
    Migrator migrator = migrator(database, CREATE, EMAIL);
    migrator.upgrade("create");
    execute(database, "CREATE INDEX ix_account_email ON account (id)");
    assertThrows(StatementException.class, migrator::upgrade);
    StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
    assertTrue(failure.getMessage().contains("nothing of this revision"), failure.getMessage());
    execute(database, "DROP INDEX ix_account_email");
    assertEquals(List.of("email"), ids(migrator.upgrade()));
    assertTrue(migrator.upgrade().isEmpty());
  }

  @Test
  default void whatSomebodyMadeByHandMeanwhileCountsAsDone() throws SQLException {
    DataSource database = emptyDatabase();
    assumeFalse(
        new TestDatabase(database).isTransactional(), "nothing of a revision is done before it");
    Migrator migrator = migrator(database, CREATE, EMAIL);
    migrator.upgrade("create");
    execute(
        database,
        "ALTER TABLE account ADD COLUMN email VARCHAR(320)",
        "CREATE INDEX ix_account_email ON account (email)");
    assertThrows(StatementException.class, migrator::upgrade);
    assertThrows(StatementException.class, migrator::upgrade);
    assertEquals(List.of("email"), ids(migrator.upgrade()));
    assertTrue(migrator.upgrade().isEmpty());
  }

  @Test
  default void whatCannotBeUndoneIsRefusedBeforeAnythingRuns() {
    DataSource database = emptyDatabase();
    Revision raw =
        Revision.of(
            Lineage.of("raw").after("create"),
            op -> op.execute(sql("UPDATE account SET login = 'x'").writes("account", "login")));
    Revision above =
        Revision.of(
            Lineage.of("above").after("raw"),
            op -> op.addColumn("account", column("n", integer())));
    Migrator migrator = migrator(database, CREATE, raw, above);
    migrator.upgrade();
    PlanException refused = assertThrows(PlanException.class, () -> migrator.downgrade("create"));
    assertEquals(RevisionId.of("raw"), refused.revision());
    assertTrue(refused.getMessage().contains("undoneBy"), refused.getMessage());
    assertEquals(List.of("above"), ids(migrator.current()));
    assertEquals(List.of("above"), ids(migrator.downgrade("raw")));
  }

  @Test
  default void aRequiredColumnComesBackToAnEmptyTableOnly() {
    DataSource database = emptyDatabase();
    Revision drop =
        Revision.of(Lineage.of("drop").after("create"), op -> op.dropColumn("account", "login"));
    Revision rename =
        Revision.of(Lineage.of("renamed").after("drop"), op -> op.renameTable("account", "person"));
    Migrator migrator = migrator(database, CREATE, drop, rename);
    migrator.upgrade();
    PlanException refused = assertThrows(PlanException.class, () -> migrator.downgrade("create"));
    assertTrue(refused.getMessage().contains("has rows"), refused.getMessage());
    assertEquals(List.of("renamed"), ids(migrator.current()));
    execute(database, "DELETE FROM person");
    assertEquals(List.of("renamed", "drop"), ids(migrator.downgrade("create")));
  }

  @Test
  default void namesOfEveryKindJustWork() {
    DataSource database = emptyDatabase();
    List<String> names =
        List.of("select", "Mixed Case", "quo\"te", "semi;colon", "über_ñ_名", "a'b", "back`tick");
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      revisions.add(
          Revision.of(
              Lineage.of("n" + i).root().message(name),
              op -> {
                op.createTable(
                    name,
                    column(name, integer()).notNull(),
                    column("other", integer()),
                    primaryKey(name));
                op.createIndex(name, index("other"));
                op.insert(name, columns(name), row(1));
                op.renameColumn(name, "other", name + "2");
              }));
    }
    Migrator migrator = Migrator.on(database).revisions(revisions).build();
    migrator.upgrade();
    assertTrue(migrator.upgrade().isEmpty());
    assertEquals(names.size(), migrator.downgrade("base").revisions().size());
  }
}
