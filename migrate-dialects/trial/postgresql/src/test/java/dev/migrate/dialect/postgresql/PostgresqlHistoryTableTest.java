package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said where the history table cannot be created or written. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlHistoryTableTest implements DatabaseContract {

  private static final Revision TABLE =
      Revision.of(Lineage.of("a").root(), op -> op.createTable("t", column("id", integer())));

  private static final Revision COLUMN =
      Revision.of(Lineage.of("b").after("a"), op -> op.addColumn("t", column("n", integer())));

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  private static void requireNothingRan(MigrateException failure) {
    String text = failure.getMessage();
    assertTrue(
        text.contains("no revision ran")
            || text.contains("nothing of this")
            || text.contains("nothing was changed"),
        text);
    assertFalse(text.contains("resumes"), text);
  }

  @Test
  void aDatabaseThatIsReadOnlyHasNothingChanged() {
    String url = PostgresqlServer.newDatabase("");
    DataSource database = Databases.of(url, "postgres", "");
    DataSource readOnly =
        Databases.of(url + "&options=-c%20default_transaction_read_only=on", "postgres", "");
    requireNothingRan(
        assertThrows(MigrateException.class, () -> migrator(readOnly, TABLE).upgrade()));
    migrator(database, TABLE).upgrade();
    assertTrue(migrator(readOnly, TABLE).upgrade().isEmpty());
    requireNothingRan(
        assertThrows(MigrateException.class, () -> migrator(readOnly, TABLE, COLUMN).upgrade()));
    assertEquals(1, migrator(database, TABLE, COLUMN).upgrade().revisions().size());
  }

  @Test
  void aUserWhoCannotCreateTablesHasNothingChanged() {
    String url = PostgresqlServer.newDatabase("");
    execute(
        Databases.of(url, "postgres", ""),
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    DataSource reading = Databases.of(url.replace("user=postgres", "user=reader"), "reader", "");
    MigrateException refused =
        assertThrows(MigrateException.class, () -> migrator(reading, TABLE).upgrade());
    requireNothingRan(refused);
    assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    execute(Databases.of(url, "postgres", ""), "GRANT CREATE ON SCHEMA public TO reader");
    migrator(reading, TABLE).upgrade();
    execute(Databases.of(url, "postgres", ""), "DROP OWNED BY reader", "DROP ROLE reader");
  }

  @Test
  void aHistoryInASchemaThatTheFirstRevisionCreatesIsRefusedWithWhatWorks() {
    DataSource database = emptyDatabase();
    Revision schema =
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createSchema("app");
              op.createTable("app.t", column("id", integer()));
            });
    Migrator inside =
        Migrator.on(database).revisions(schema).historyTable("app.migrate_history").build();
    MigrateException refused = assertThrows(MigrateException.class, inside::upgrade);
    requireNothingRan(refused);
    assertTrue(
        refused.getMessage().contains("there is no schema app for the history"),
        refused.getMessage());
    Migrator outside =
        Migrator.on(database).revisions(schema).historyTable("public.migrate_history").build();
    assertEquals(1, outside.upgrade().revisions().size());
    DataSource another = emptyDatabase();
    execute(another, "CREATE SCHEMA app");
    Migrator made =
        Migrator.on(another).revisions(TABLE).historyTable("app.migrate_history").build();
    assertEquals(1, made.upgrade().revisions().size());
  }
}
