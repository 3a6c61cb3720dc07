package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.table;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.testkit.dialect.contract.Revisions.revision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Check;
import dev.migrate.report.Direction;
import dev.migrate.report.Drift;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.HistoryException;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.UnfinishedRevision;
import dev.migrate.report.ValidationException;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A database beside its history, the code and a model: what is found, that nothing is written, and
 * what it costs. A dialect proves it by implementing this interface.
 */
public interface CheckContract extends DatabaseContract {

  /** Two tables of which the second refers to the first. */
  Revision ACCOUNT =
      revision(
          "account",
          "",
          op -> {
            op.createTable(
                "team", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id"));
            op.createTable(
                "account",
                column("id", bigint()).notNull(),
                column("login", varchar(64)).notNull(),
                column("team_id", bigint()),
                primaryKey("id"),
                unique("login"),
                foreignKey("team_id").references("team"),
                check("id > 0").named("ck_account_id"));
          });

  /** A column more. */
  Revision EMAIL =
      revision("email", "account", op -> op.addColumn("account", column("email", varchar(320))));

  /** What both revisions make, in other words. */
  SchemaSource MODEL =
      Model.of(
          table(
              "account",
              column("login", varchar(64)).notNull(),
              column("email", varchar(320)),
              column("team_id", bigint()),
              column("id", bigint()).notNull(),
              primaryKey("id").named("pk_account"),
              unique("login").named("uq_account_login"),
              foreignKey("team_id").references("team", "id"),
              check("id  >  0").named("ck_account_id")),
          table(
              "team", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id")));

  /** The same database for a user who can only read it, on read-only connections where they are. */
  DataSource readOnly(DataSource database);

  private static List<String> ids(List<RevisionInfo> revisions) {
    return revisions.stream().map(info -> info.id().value()).toList();
  }

  private static List<String> what(Drift drift) {
    return drift.difference().entries().stream().map(Entry::what).toList();
  }

  /** An empty database: everything is pending, and nothing is created. */
  @Test
  default void withoutAHistoryEverythingIsPending() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, ACCOUNT, EMAIL);
    Check found = migrator.check(MODEL);
    assertEquals(List.of("account", "email"), ids(found.pending()));
    assertFalse(found.isContent());
    assertTrue(found.drift().isEmpty(), found::toString);
    assertTrue(found.model().orElseThrow().isEmpty(), found::toString);
    ValidationException refused = assertThrows(ValidationException.class, migrator::validate);
    assertEquals(List.of("account", "email"), ids(refused.pending()));
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
  }

  /** All is well: the model says what the revisions make in other words. */
  @Test
  default void whatAgreesIsContentAlsoForWhoCanOnlyRead() throws SQLException {
    DataSource database = emptyDatabase();
    migrator(database, ACCOUNT, EMAIL).upgrade();
    Snapshot before = new TestDatabase(database).snapshot();
    for (DataSource source : List.of(database, readOnly(database))) {
      Migrator migrator = migrator(source, ACCOUNT, EMAIL);
      migrator.validate();
      Check found = migrator.check(MODEL);
      assertTrue(found.isContent(), found::toString);
      assertEquals(List.of(), found.drift().undeclared());
    }
    new TestDatabase(database).snapshot().requireEqual(before);
  }

  /** What is pending and what the model has beyond it are two things. */
  @Test
  default void pendingRevisionsAndAModelAreCompared() {
    DataSource database = emptyDatabase();
    migrator(database, ACCOUNT).upgrade();
    SchemaSource more =
        ((Model) MODEL).with(table("note", column("id", bigint()).notNull(), primaryKey("id")));
    Check found = migrator(database, ACCOUNT, EMAIL).check(more);
    assertEquals(List.of("email"), ids(found.pending()));
    assertTrue(found.drift().isEmpty(), found::toString);
    assertEquals(
        List.of("table note"),
        found.model().orElseThrow().difference().entries().stream().map(Entry::what).toList());
  }

  /** Drift is what revisions declared, whoever looks. */
  @Test
  default void aChangeByHandIsDrift() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, ACCOUNT);
    migrator.upgrade();
    execute(
        database,
        "CREATE TABLE legacy (id INTEGER)",
        "ALTER TABLE team ADD COLUMN extra INTEGER",
        "ALTER TABLE team DROP COLUMN n",
        "CREATE INDEX ix_by_hand ON account (team_id, login)");
    for (DataSource source : List.of(database, readOnly(database))) {
      Drift drift = migrator(source, ACCOUNT).drift();
      assertEquals(
          List.of("index ix_by_hand of table account", "column team.extra", "column team.n"),
          what(drift));
      assertEquals("[table legacy]", drift.undeclared().toString());
    }
    migrator.validate();
  }

  /** An edited revision is compared as it was applied. */
  @Test
  default void anEditedRevisionIsNamedApartFromDrift() {
    DataSource database = emptyDatabase();
    migrator(database, ACCOUNT, EMAIL).upgrade();
    Revision edited =
        revision(
            "email",
            "account",
            op -> {
              op.addColumn("account", column("email", varchar(100)));
              op.addColumn("account", column("phone", varchar(20)));
            });
    Migrator migrator = migrator(readOnly(database), ACCOUNT, edited);
    Check found = migrator.check();
    assertEquals(
        List.of("email"),
        found.edited().stream().map(EditedRevision::revision).map(Object::toString).toList());
    assertTrue(found.drift().isEmpty(), found::toString);
    ValidationException refused = assertThrows(ValidationException.class, migrator::validate);
    assertTrue(String.valueOf(refused.getMessage()).contains("account.phone"), refused::getMessage);
  }

  /** An edited revision is no other order, even where the order was not the canonical one. */
  @Test
  default void anEditedRevisionIsNotAnOrderThatLeadsToAnotherSchema() {
    DataSource database = emptyDatabase();
    Revision later =
        revision("z_phone", "account", op -> op.addColumn("account", column("phone", varchar(20))));
    migrator(database, ACCOUNT, later).upgrade();
    migrator(database, ACCOUNT, EMAIL, later).upgrade();
    Revision edited =
        revision("email", "account", op -> op.addColumn("account", column("email", varchar(100))));
    Check found = migrator(readOnly(database), ACCOUNT, edited, later).check();
    assertEquals(
        List.of("email"),
        found.edited().stream().map(EditedRevision::revision).map(Object::toString).toList());
    assertTrue(found.drift().isEmpty(), found::toString);
  }

  /** A database ahead of the code: named, and no objection. */
  @Test
  default void whatTheCodeDoesNotKnowIsNamedApartFromDrift() {
    DataSource database = emptyDatabase();
    migrator(database, ACCOUNT, EMAIL).upgrade();
    Migrator older = migrator(readOnly(database), ACCOUNT);
    older.validate();
    Check found = older.check();
    assertEquals("[email]", found.unknown().toString());
    assertTrue(found.isContent(), found::toString);
  }

  /** What an unfinished revision changes may be there or not. */
  @Test
  default void anUnfinishedRevisionIsNamedAndItsPartsAreUnknown() throws SQLException {
    Revision slow =
        revision(
            "slow",
            "account",
            op -> {
              op.createTable("slow", column("n", integer()));
              op.addColumn("account", column("second_slow", integer()));
              op.alterColumn("account", "login", notNull());
              op.addColumn("account", column("third_slow", integer()));
            });
    DataSource target = emptyDatabase();
    migrator(target, ACCOUNT).upgrade();
    TestDatabase database =
        TestDatabase.upgradeKilled(target, "third_slow", Moment.BEFORE, ACCOUNT, slow);
    Migrator migrator = database.migrator(ACCOUNT, slow);
    Check found = migrator.check();
    ValidationException refused = assertThrows(ValidationException.class, migrator::validate);
    if (database.isTransactional()) {
      assertEquals(List.of("slow"), ids(found.pending()));
    } else {
      UnfinishedRevision unfinished = found.unfinished().get(0);
      assertEquals("slow", unfinished.revision().value());
      assertEquals(Direction.UP, unfinished.direction());
      assertEquals(found.unfinished(), refused.unfinished());
      assertTrue(
          found.drift().unknown().stream()
              .map(Object::toString)
              .toList()
              .containsAll(List.of("column account.second_slow", "table slow")),
          found::toString);
    }
    assertTrue(found.drift().isEmpty(), found::toString);
    migrator.upgrade();
    assertTrue(migrator.check().isContent());
  }

  /** A conflict is listed, and one that was accepted is not. */
  @Test
  default void conflictsBetweenHeadsAreListedUnlessAccepted() {
    DataSource database = emptyDatabase();
    Revision one = revision("one", "account", op -> op.alterColumn("team", "n", notNull()));
    Revision two = revision("two", "account", op -> op.dropColumn("team", "n"));
    migrator(database, ACCOUNT).upgrade();
    Check found = migrator(database, ACCOUNT, one, two).check(MODEL);
    assertEquals(1, found.conflicts().size());
    assertTrue(found.model().isEmpty());
    assertEquals(List.of("one", "two"), ids(found.pending()));

    Revision three =
        revision("three", "account", op -> op.execute(sql("UPDATE team SET n = 1").needsNoUndo()));
    Migrator accepting =
        Migrator.on(database)
            .revisions(ACCOUNT, EMAIL, three)
            .acceptConflict("email", "three", "they change other tables")
            .build();
    Check accepted = accepting.check(MODEL);
    assertEquals(List.of(), accepted.conflicts());
    assertTrue(accepted.model().orElseThrow().isEmpty(), accepted::toString);
    accepting.upgrade();
    assertTrue(accepting.check(MODEL).isContent(), () -> accepting.check(MODEL).toString());
    accepting.validate();
  }

  /** A database that somebody else made is not one in which everything is missing. */
  @Test
  default void aDatabaseThatIsNotTheOneOfTheHistoryIsRefused() {
    DataSource database = Shop.shopIn(emptyDatabase());
    Migrator migrator = migrator(database, Shop.first(Shop::shop));
    assertThrows(HistoryException.class, migrator::drift);
    assertThrows(HistoryException.class, migrator::check);
    assertThrows(HistoryException.class, migrator::validate);
  }

  /**
   * The number of statements does not depend on how many tables there are.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void tenTablesCostAsManyQueriesAsTwoHundred() throws SQLException {
    assertEquals(statements(10), statements(200));
  }

  private String statements(int tables) throws SQLException {
    CountingDataSource database = new CountingDataSource(emptyDatabase());
    Revision many =
        revision(
            "many",
            "",
            op -> {
              for (int i = 0; i < tables; i++) {
                op.createTable(
                    "t" + i,
                    column("id", bigint()).notNull(),
                    column("n", integer()),
                    primaryKey("id"),
                    index("n"));
              }
            });
    Migrator migrator = migrator(database, many);
    migrator.upgrade();
    StringBuilder counts = new StringBuilder();
    for (Runnable call : List.<Runnable>of(migrator::validate, migrator::drift, migrator::check)) {
      database.reset();
      call.run();
      counts.append(database.statements()).append(' ').append(database.metadataQueries());
      counts.append(' ');
      assertEquals(0, database.commits());
      assertEquals(1, database.connections());
      assertEquals(0, database.openConnections());
    }
    assertTrue(counts.toString().startsWith("1 0 "), counts::toString);
    return counts.toString();
  }

  /**
   * A read-only session is only read: not even a temporary table is created in it.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aReadOnlySessionIsOnlyRead() throws SQLException {
    DataSource database = emptyDatabase();
    migrator(database, ACCOUNT, EMAIL).upgrade();
    CountingDataSource reader = new CountingDataSource(readOnly(database));
    try (Connection connection = reader.getConnection()) {
      assumeTrue(
          connection.isReadOnly()
              || TestDatabase.dialect(connection).place(connection).isReadOnly(),
          "there are no read-only sessions");
    }
    reader.reset();
    migrator(reader, ACCOUNT, EMAIL).check(MODEL);
    for (String sql : reader.sql()) {
      String start = sql.stripLeading().toUpperCase(Locale.ROOT);
      assertFalse(start.startsWith("CREATE") || start.startsWith("DROP"), sql);
    }
  }
}
