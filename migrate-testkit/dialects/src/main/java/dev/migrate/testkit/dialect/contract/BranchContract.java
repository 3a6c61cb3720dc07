package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanException;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.OneConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What happens on every database when two people change the schema at once. A dialect proves it by
 * implementing this interface in a test.
 *
 * <pre>
 *          ┌─ 002_add_email ──────┐
 * 001_user ┼─ 002_rename_username ┼─ 003
 *          └─ 002_login ──────────┘
 * </pre>
 */
public interface BranchContract extends DatabaseContract {

  /** A table with a row. */
  Revision USER =
      Revision.of(
          Lineage.of("001_user").root(),
          op -> {
            op.createTable(
                "user",
                column("id", bigint()).notNull(),
                column("username", varchar(64)),
                primaryKey("id"));
            op.insert("user", columns("id", "username"), row(1, "ada"));
          });

  /** What developer A does. */
  Revision EMAIL =
      Revision.of(
          Lineage.of("002_add_email").after("001_user"),
          op -> op.addColumn("user", column("email", varchar(255))));

  /** What developer B does. */
  Revision RENAME =
      Revision.of(
          Lineage.of("002_rename_username").after("001_user"),
          op -> op.renameColumn("user", "username", "user_name"));

  /** What is in conflict with B. */
  Revision LOGIN =
      Revision.of(
          Lineage.of("002_login").after("001_user"),
          op -> op.renameColumn("user", "username", "login"));

  /** How B and this read after each other. */
  Revision RECONCILED =
      Revision.join(
          Lineage.of("003").after("002_rename_username", "002_login"),
          when -> {
            when.runs("002_rename_username")
                .after("002_login", op -> op.renameColumn("user", "login", "user_name"));
            when.runs("002_login").after("002_rename_username", op -> {});
          });

  private static Revision revision(String id, String parent, Consumer<Operations> body) {
    return Revision.of(Lineage.of(id).after(parent), body);
  }

  /** The table's name as the database writes it. */
  private static String userTable(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return TestDatabase.dialect(connection).renderer().name("user");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The rows of the table, whatever its columns. */
  private List<String> users(DataSource database) {
    return rows(database, "SELECT * FROM " + userTable(database) + " ORDER BY id");
  }

  /** The column that holds {@code ada}, by trying. */
  private String nameColumn(DataSource database) {
    List<String> found = new ArrayList<>();
    try (OneConnection same = new OneConnection(database)) {
      String table = userTable(same);
      for (String name : List.of("username", "user_name", "login")) {
        try {
          assertEquals(List.of("ada"), rows(same, "SELECT " + name + " FROM " + table));
          found.add(name);
        } catch (AssertionError missing) {
          // It has another name.
        }
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }

  private static List<List<String>> states(String one, String other) {
    return List.of(
        List.of(), List.of(one), List.of(other), List.of(one, other), List.of(other, one));
  }

  @Test
  default void branchesWithoutConflictsRunFromEveryState() throws SQLException {
    for (List<String> state : states("002_add_email", "002_rename_username")) {
      try (OneConnection database = new OneConnection(emptyDatabase())) {
        Migrator migrator = migrator(database, USER, EMAIL, RENAME);
        migrator.upgrade("001_user");
        state.forEach(migrator::upgrade);
        migrator.upgrade();
        assertEquals("user_name", nameColumn(database));
        assertTrue(migrator.upgrade().isEmpty());
        migrator.downgrade("002_add_email@-1");
        assertEquals("user_name", nameColumn(database));
        migrator.upgrade();
        migrator.downgrade("002_rename_username@-1");
        assertEquals("username", nameColumn(database));
        assertTrue(users(database).get(0).contains("ada"));
        migrator.upgrade();
        migrator.downgrade("001_user");
        assertEquals(List.of("1 ada"), users(database));
      }
    }
  }

  @Test
  default void aMergeThatRepeatsBothChangesIsRefusedWithTheLinesToRemove() {
    Revision merge =
        Revision.of(
            Lineage.of("003").after("002_add_email", "002_rename_username"),
            op -> {
              op.addColumn("user", column("email", varchar(255)));
              op.renameColumn("user", "username", "user_name");
            });
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, USER, EMAIL, RENAME, merge);
    PlanException refused = assertThrows(PlanException.class, migrator::upgrade);
    assertTrue(
        refused.getMessage().contains("002_add_email already does this: add column user.email"));
    assertTrue(
        refused
            .getMessage()
            .contains("002_rename_username already does this: rename column user.username"));
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
    Revision empty = Revision.join(merge.lineage());
    assertEquals(4, migrator(database, USER, EMAIL, RENAME, empty).upgrade().revisions().size());
  }

  @Test
  default void branchesInConflictAreRefusedBeforeAnythingRuns() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, USER, EMAIL, RENAME, LOGIN);
    ConflictException refused = assertThrows(ConflictException.class, migrator::upgrade);
    Conflict conflict = refused.conflicts().get(0);
    assertEquals(1, refused.conflicts().size());
    assertEquals("column user.username", conflict.cell().toString());
    assertEquals("002_login", conflict.first().revision().value());
    assertEquals("002_rename_username", conflict.second().revision().value());
    assertTrue(
        refused.getMessage().contains("when.runs(\"002_rename_username\").after(\"002_login\","),
        refused.getMessage());
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
    assertThrows(ConflictException.class, migrator::upgradeScript);
    migrator.upgrade("002_login");
    assertThrows(ConflictException.class, () -> migrator.upgrade("002_rename_username"));
    assertEquals(List.of("002_add_email"), ids(migrator.upgrade("002_add_email")));
    assertEquals("login", nameColumn(database));
  }

  private static List<String> ids(Outcome outcome) {
    return outcome.revisions().stream().map(id -> id.value()).toList();
  }

  @Test
  default void reconciledBranchesRunFromEveryStateAndBackToEveryState() throws SQLException {
    for (List<String> state : states("002_rename_username", "002_login")) {
      try (OneConnection database = new OneConnection(emptyDatabase())) {
        Migrator migrator = migrator(database, USER, RENAME, LOGIN, RECONCILED);
        migrator.upgrade("001_user");
        state.forEach(migrator::upgrade);
        migrator.upgrade();
        assertEquals("user_name", nameColumn(database));
        assertTrue(migrator.upgrade().isEmpty());
        migrator.downgrade("-1");
        assertEquals("user_name", nameColumn(database));
        migrator.downgrade("002_rename_username@-1");
        assertEquals("login", nameColumn(database));
        migrator.upgrade();
        migrator.downgrade("002_login@-1");
        assertEquals("user_name", nameColumn(database));
        migrator.upgrade();
        migrator.downgrade("001_user");
        assertEquals(List.of("1 ada"), users(database));
        migrator.upgrade();
        assertEquals("user_name", nameColumn(database));
        migrator.downgrade("base");
      }
    }
  }

  /** Two revisions, and how each reads after the other. */
  private static List<List<Consumer<Operations>>> families() {
    Consumer<Operations> nothing = op -> {};
    return List.of(
        List.of(
            op -> op.renameColumn("user", "username", "x"),
            op -> op.renameColumn("user", "username", "y"),
            nothing,
            op -> op.renameColumn("user", "x", "y")),
        List.of(
            op -> op.renameColumn("user", "username", "x"),
            op -> op.alterColumn("user", "username", type(varchar(99))),
            op -> op.renameColumn("user", "username", "x"),
            op -> op.alterColumn("user", "x", type(varchar(99)))),
        List.of(
            op -> op.alterColumn("user", "username", type(varchar(99))),
            op -> op.dropColumn("user", "username"),
            nothing,
            op -> op.dropColumn("user", "username")),
        List.of(
            op -> op.addColumn("user", column("n", integer())),
            op -> op.addColumn("user", column("n", bigint())),
            nothing,
            op -> op.alterColumn("user", "n", type(bigint()))),
        List.of(
            op -> op.addColumn("user", column("n", integer())),
            op -> op.addColumn("user", column("n", integer())),
            nothing,
            nothing),
        List.of(
            op -> op.alterColumn("user", "username", defaultTo("a")),
            op -> op.alterColumn("user", "username", defaultTo("b")),
            op -> op.alterColumn("user", "username", defaultTo("a")),
            nothing),
        List.of(
            op -> op.dropColumn("user", "username"),
            op -> op.dropColumn("user", "username"),
            nothing,
            nothing),
        List.of(
            op -> op.renameTable("user", "human"),
            op -> op.addColumn("user", column("n", integer())),
            op -> op.renameTable("user", "human"),
            op -> op.addColumn("human", column("n", integer()))),
        List.of(
            op -> op.createTable("extra", column("a", integer())),
            op -> op.createTable("extra", column("b", integer())),
            op -> op.addColumn("extra", column("a", integer())),
            op -> op.addColumn("extra", column("b", integer()))));
  }

  @Test
  default void everyKindOfConflictCanBeReconciledFromEveryState() throws SQLException {
    for (List<Consumer<Operations>> family :
        ContractCases.every(ContractCases.step(3), seed(), families())) {
      Revision a = revision("a", "001_user", family.get(0));
      Revision b = revision("b", "001_user", family.get(1));
      Revision join =
          Revision.join(
              Lineage.of("j").after("a", "b"),
              when -> {
                when.runs("a").after("b", family.get(2));
                when.runs("b").after("a", family.get(3));
              });
      List<Snapshot> ends = new ArrayList<>();
      for (List<String> state : ContractCases.of(states("a", "b"))) {
        try (OneConnection database = new OneConnection(emptyDatabase())) {
          Migrator migrator = migrator(database, USER, a, b, join);
          migrator.upgrade("001_user");
          state.forEach(migrator::upgrade);
          migrator.upgrade();
          ends.add(Snapshot.of(database, Set.of()));
          assertEquals(ends.get(0).schema(), ends.get(ends.size() - 1).schema());
          assertEquals(ends.get(0).rows(), ends.get(ends.size() - 1).rows());
          migrator.downgrade("001_user");
          migrator.upgrade();
          assertEquals(ends.get(0).schema(), Snapshot.of(database, Set.of()).schema());
        }
      }
      Revision wrong =
          Revision.join(
              join.lineage(),
              when -> {
                when.runs("a").after("b", op -> op.addColumn("user", column("wrong", integer())));
                when.runs("b").after("a", family.get(3));
              });
      DataSource untouched = emptyDatabase();
      assertThrows(PlanException.class, migrator(untouched, USER, a, b, wrong)::upgrade);
      assertThrows(AssertionError.class, () -> rows(untouched, "SELECT id FROM migrate_history"));
    }
  }

  @Test
  default void theVariantThatRanIsRecorded() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, USER, RENAME, LOGIN, RECONCILED);
    migrator.upgrade("002_rename_username");
    migrator.upgrade();
    assertEquals(
        List.of(
            "001_user null",
            "002_rename_username null",
            "002_login 002_rename_username",
            "003 null"),
        rows(database, "SELECT id, variant FROM migrate_history ORDER BY position"));
    Revision other =
        Revision.join(
            RECONCILED.lineage(),
            when -> {
              when.runs("002_login")
                  .after(
                      "002_rename_username", op -> op.renameColumn("user", "user_name", "login"));
              when.runs("002_rename_username").after("002_login", op -> {});
            });
    Migrator changed = migrator(database, USER, RENAME, LOGIN, other);
    assertThrows(HistoryException.class, changed::upgrade);
  }

  @Test
  default void aPairThatWasLetThroughInAnotherOrderIsReportedAtTheNextStart() {
    Revision one =
        revision("1", "001_user", op -> op.addColumn("user", column("n", integer()).defaultTo(0)));
    Revision two = revision("2", "1", op -> op.alterColumn("user", "n", defaultTo(2)));
    Revision three = revision("3", "1", op -> op.alterColumn("user", "n", defaultTo(3)));
    DataSource database = emptyDatabase();
    assertThrows(ConflictException.class, migrator(database, USER, one, two, three)::upgrade);
    Migrator migrator =
        Migrator.on(database)
            .revisions(USER, one, two, three)
            .acceptConflict("2", "3", "it is a default nobody uses")
            .build();
    assertEquals(List.of(), migrator.conflicts());
    migrator.upgrade("3");
    migrator.upgrade("2");
    HistoryException told = assertThrows(HistoryException.class, migrator::upgrade);
    assertTrue(told.getMessage().contains("another schema"), told.getMessage());
    assertTrue(told.getMessage().contains("restamp(\"2\", \"3\");"), told.getMessage());
    Migrator later =
        Migrator.on(database)
            .revisions(
                USER,
                one,
                two,
                three,
                revision("4", "1", op -> op.addColumn("user", column("later", integer()))))
            .acceptConflict("2", "3", "it is a default nobody uses")
            .build();
    told = assertThrows(HistoryException.class, later::validate);
    assertTrue(told.getMessage().contains("another schema"), told.getMessage());
    assertThrows(SchemaMismatchException.class, () -> migrator.restamp("heads"));
    assertEquals(4, migrator.restampAccepting("nobody uses it", "heads").recorded().size());
    assertTrue(migrator.upgrade().isEmpty());
  }

  @Test
  default void newRevisionsAreJudgedAgainstThoseThatOnlyTheHistoryKnows() {
    DataSource database = emptyDatabase();
    migrator(database, USER, LOGIN).upgrade();
    assertEquals(List.of("002_add_email"), ids(migrator(database, USER, EMAIL).upgrade()));
    assertThrows(ConflictException.class, migrator(database, USER, EMAIL, RENAME)::upgrade);
    Revision opaque =
        revision(
            "002_code", "001_user", op -> op.run(code("anything", context -> {}).needsNoUndo()));
    DataSource another = emptyDatabase();
    migrator(another, USER, opaque).upgrade();
    ConflictException unknown =
        assertThrows(ConflictException.class, migrator(another, USER, EMAIL)::upgrade);
    assertEquals(Conflict.Kind.UNKNOWN, unknown.conflicts().get(0).kind());
  }

  @Test
  default void rawSqlThatSaysWhatItTouchesRunsBesideOthers() {
    DataSource database = emptyDatabase();
    String table = userTable(database);
    Revision raw =
        revision(
            "002_raw",
            "001_user",
            op ->
                op.execute(
                    sql("UPDATE " + table + " SET id = id + 1")
                        .reads("user", "id")
                        .writes("user", "id")
                        .needsNoUndo()));
    migrator(database, USER, EMAIL, RENAME, raw).upgrade();
    assertEquals("user_name", nameColumn(database));
  }
}
