package dev.migrate.dialect.h2;

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
import dev.migrate.report.HistoryException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where the history table cannot be created, written or read. */
class H2HistoryTableTest implements DatabaseContract {

  private static final Revision TABLE =
      Revision.of(Lineage.of("a").root(), op -> op.createTable("t", column("id", integer())));

  private static Revision rootOf(String id, String table) {
    return Revision.of(Lineage.of(id).root(), op -> op.createTable(table, column("id", integer())));
  }

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  private static DataSource with(String settings) {
    return Databases.of(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings, "sa", "");
  }

  @Test
  void idsThatADatabaseWithoutCaseTakesForOneAreToldAsThat() {
    DataSource database = with(";IGNORECASE=TRUE");
    migrator(database, rootOf("cafe", "t")).upgrade();
    HistoryException refused =
        assertThrows(
            HistoryException.class,
            () -> migrator(database, rootOf("cafe", "t"), rootOf("Cafe", "u")).upgrade());
    assertTrue(refused.getMessage().contains("takes Cafe and cafe for the same"));
  }

  @Test
  void aRowThatIsRefusedForAnotherReasonIsNoLostLock() {
    DataSource database = emptyDatabase();
    migrator(database, TABLE).upgrade();
    execute(database, "ALTER TABLE migrate_history ADD CONSTRAINT known CHECK (id <> 'cafe')");
    MigrateException refused =
        assertThrows(
            MigrateException.class, () -> migrator(database, TABLE, rootOf("cafe", "u")).upgrade());
    assertFalse(refused.getMessage().contains("somebody else"), refused.getMessage());
    assertTrue(refused.getMessage().contains("KNOWN"), refused.getMessage());
  }

  /** In the row, where they are read with it; only the operations are kept elsewhere. */
  @Test
  void listsAreInTheRow() throws SQLException {
    DataSource database = emptyDatabase();
    migrator(database, TABLE).upgrade();
    Map<String, String> types = new TreeMap<>();
    try (Connection connection = database.getConnection();
        ResultSet columns =
            connection.getMetaData().getColumns(null, null, "MIGRATE_HISTORY", null)) {
      while (columns.next()) {
        types.put(
            columns.getString("COLUMN_NAME"),
            columns.getString("TYPE_NAME") + " " + columns.getInt("COLUMN_SIZE"));
      }
    }
    for (String list : List.of("PARENTS", "DEPENDENCIES", "LABELS", "MESSAGE")) {
      assertEquals("CHARACTER VARYING 1000000", types.get(list), list);
    }
    assertEquals("CHARACTER LARGE OBJECT " + Integer.MAX_VALUE, types.get("OPERATIONS"));
  }

  @Test
  void aValueThatIsGoneIsNamed() {
    for (String column : new String[] {"duration", "position", "applied_at"}) {
      DataSource database = emptyDatabase();
      migrator(database, TABLE).upgrade();
      execute(
          database,
          "ALTER TABLE migrate_history ALTER COLUMN " + column + " SET NULL",
          "UPDATE migrate_history SET " + column + " = NULL");
      HistoryException refused =
          assertThrows(
              HistoryException.class,
              column.equals("applied_at")
                  ? () -> migrator(database, TABLE).history()
                  : () -> migrator(database, TABLE).upgrade());
      assertTrue(refused.getMessage().contains("there is no " + column), refused.getMessage());
    }
  }

  @Test
  void aDatabaseThatIsReadOnlyHasNothingChanged(@TempDir Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("db");
    execute(Databases.of(url, "sa", ""), "CREATE TABLE other (id INT)");
    DataSource readOnly = Databases.of(url + ";ACCESS_MODE_DATA=r", "sa", "");
    MigrateException refused =
        assertThrows(MigrateException.class, () -> migrator(readOnly, TABLE).upgrade());
    assertFalse(refused.getMessage().contains("resumes"), refused.getMessage());
  }

  @Test
  void aHistoryInASchemaThatIsNotThereIsRefusedBeforeAnythingRuns() {
    DataSource database = emptyDatabase();
    Migrator migrator =
        Migrator.on(database).revisions(TABLE).historyTable("app.migrate_history").build();
    MigrateException refused = assertThrows(MigrateException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("there is no schema app"), refused.getMessage());
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM t"));
    execute(database, "CREATE SCHEMA app");
    assertEquals(1, migrator.upgrade().revisions().size());
  }
}
