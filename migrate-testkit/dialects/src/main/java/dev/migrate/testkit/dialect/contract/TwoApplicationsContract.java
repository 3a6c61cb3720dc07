package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanException;
import dev.migrate.report.RevisionInfo;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Two applications in one schema that share a history table: neither undoes what is the other's. A
 * dialect proves it by implementing this interface in a test.
 */
public interface TwoApplicationsContract extends DatabaseContract {

  /** The first application's table. */
  Revision ORDERS =
      Revision.of(
          Lineage.of("shop_1").root(),
          op -> {
            op.createTable("orders", column("id", integer()).notNull(), primaryKey("id"));
            op.insert("orders", columns("id"), row(1));
          });

  /** The first application's column. */
  Revision NOTE =
      Revision.of(
          Lineage.of("shop_2").after("shop_1"),
          op -> op.addColumn("orders", column("note", varchar(10))));

  /** The second application's table. */
  Revision LETTERS =
      Revision.of(
          Lineage.of("mail_1").root(), op -> op.createTable("letters", column("id", integer())));

  /** The second application's column. */
  Revision SUBJECT =
      Revision.of(
          Lineage.of("mail_2").after("mail_1"),
          op -> op.addColumn("letters", column("subject", varchar(10))));

  private static String ids(Outcome outcome) {
    return String.join(" ", outcome.revisions().stream().map(RevisionId::value).toList());
  }

  private static String unknown(Outcome outcome) {
    return String.join(" ", outcome.unknown().stream().map(RevisionId::value).toList());
  }

  /** Both applications have everything applied. */
  private DataSource shared() {
    DataSource database = emptyDatabase();
    migrator(database, ORDERS, NOTE).upgrade();
    Outcome second = migrator(database, LETTERS, SUBJECT).upgrade();
    assertEquals("mail_1 mail_2", ids(second));
    assertEquals("shop_1 shop_2", unknown(second));
    return database;
  }

  @Test
  default void baseIsTheBaseOfWhatTheCodeKnows() {
    DataSource database = shared();
    Outcome outcome = migrator(database, LETTERS, SUBJECT).downgrade("base");
    assertEquals("mail_2 mail_1", ids(outcome));
    assertEquals("shop_1 shop_2", unknown(outcome));
    assertTrue(outcome.toString().contains("shop_1"), outcome.toString());
    assertEquals(List.of("1 null"), rows(database, "SELECT id, note FROM orders"));
    assertTrue(migrator(database, ORDERS, NOTE).upgrade().isEmpty());
    Outcome other = migrator(database, ORDERS, NOTE).downgrade("base");
    assertEquals("shop_2 shop_1", ids(other));
    assertEquals("", unknown(other));
  }

  @Test
  default void stepsCountTheRevisionsOfTheCode() {
    DataSource database = shared();
    assertEquals("shop_2", ids(migrator(database, ORDERS, NOTE).downgrade("-1")));
    assertEquals("mail_2", ids(migrator(database, LETTERS, SUBJECT).downgrade("-1")));
    assertEquals("shop_2", ids(migrator(database, ORDERS, NOTE).upgrade("+1")));
    assertEquals("mail_2", ids(migrator(database, LETTERS, SUBJECT).upgrade("head")));
    assertEquals("", ids(migrator(database, LETTERS, SUBJECT).upgrade("head")));
  }

  @Test
  default void aStampLeavesTheOtherApplicationAlone() {
    DataSource database = shared();
    Migrator mail = migrator(database, LETTERS, SUBJECT);
    execute(database, "DROP TABLE letters");
    assertEquals(
        "recorded as not applied: mail_1, mail_2", TestDatabase.recorded(mail.stamp("base")));
    execute(database, "CREATE TABLE letters (id INTEGER, subject VARCHAR(10))");
    assertEquals("recorded as applied: mail_1, mail_2", TestDatabase.recorded(mail.stamp("heads")));
    assertTrue(migrator(database, ORDERS, NOTE).upgrade().isEmpty());
    assertEquals(
        List.of("shop_2", "mail_2"),
        mail.current().stream()
            .map(RevisionInfo::id)
            .map(RevisionId::value)
            .sorted(Comparator.reverseOrder())
            .toList());
  }

  @Test
  default void theOtherApplicationIsUndoneIfItIsNamed() {
    DataSource database = shared();
    Outcome outcome = migrator(database, ORDERS, NOTE).downgrade("mail_1@base");
    assertEquals("mail_2 mail_1", ids(outcome));
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM letters"));
  }

  @Test
  default void whatTheOtherApplicationNeedsIsNotUndone() {
    DataSource database = emptyDatabase();
    migrator(database, ORDERS, NOTE).upgrade();
    Revision bills =
        Revision.of(
            Lineage.of("shops_bill").root(),
            op ->
                op.createTable(
                    "bill", column("id", integer()), foreignKey("id").references("orders", "id")));
    migrator(database, bills).upgrade();
    Migrator shop = migrator(database, ORDERS, NOTE);
    assertEquals("shop_2", ids(shop.downgrade("-1")));
    PlanException refused = assertThrows(PlanException.class, () -> shop.downgrade("base"));
    assertEquals(RevisionId.of("shop_1"), refused.revision());
    assertTrue(refused.getMessage().contains("shops_bill"), refused.getMessage());
    assertTrue(refused.getMessage().contains("relation orders"), refused.getMessage());
    assertThrows(PlanException.class, () -> shop.downgradeScript("base"));
    assertEquals(List.of("1"), rows(database, "SELECT id FROM orders"));
    assertEquals("shops_bill", ids(shop.downgrade("shops_bill@base")));
    assertEquals("shop_1", ids(shop.downgrade("base")));
  }

  @Test
  default void whatFitsOnlyAfterTheOtherApplicationIsRefusedWithoutAnEdge() {
    DataSource database = emptyDatabase();
    migrator(database, ORDERS).upgrade();
    Revision bills =
        Revision.of(
            Lineage.of("bill").root(),
            op ->
                op.createTable(
                    "bill", column("id", integer()), foreignKey("id").references("orders", "id")));
    PlanException refused =
        assertThrows(PlanException.class, () -> migrator(database, bills).upgrade());
    assertEquals(RevisionId.of("bill"), refused.revision());
    assertTrue(migrator(database, ORDERS).upgrade().isEmpty());
  }

  @Test
  default void oneIdInTwoApplicationsIsReportedAsThat() {
    DataSource database = emptyDatabase();
    migrator(database, ORDERS).upgrade();
    Revision same =
        Revision.of(
            Lineage.of("shop_1").root(), op -> op.createTable("mine", column("id", integer())));
    HistoryException refused =
        assertThrows(HistoryException.class, () -> migrator(database, same).upgrade());
    assertTrue(refused.getMessage().contains("another application"), refused.getMessage());
    assertTrue(refused.getMessage().contains("historyTable("), refused.getMessage());
    Migrator apart = Migrator.on(database).revisions(same).historyTable("mine_history").build();
    assertEquals("shop_1", ids(apart.upgrade()));
    assertTrue(migrator(database, ORDERS).upgrade().isEmpty());
  }

  @Test
  default void tablesThatAreThereAreReportedAlsoBesideAnotherApplication() {
    DataSource database = emptyDatabase();
    migrator(database, ORDERS).upgrade();
    execute(database, "CREATE TABLE letters (id INTEGER)");
    HistoryException refused =
        assertThrows(HistoryException.class, () -> migrator(database, LETTERS, SUBJECT).upgrade());
    assertTrue(refused.getMessage().contains("stamp(\"mail_1\")"), refused.getMessage());
  }
}
