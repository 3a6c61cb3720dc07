package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.*;
import static dev.migrate.testkit.dialect.contract.Shop.SHOP;
import static dev.migrate.testkit.dialect.contract.Shop.differences;
import static dev.migrate.testkit.dialect.contract.Shop.first;
import static dev.migrate.testkit.dialect.contract.Shop.shopIn;
import static dev.migrate.testkit.dialect.contract.Shop.team;
import static dev.migrate.testkit.dialect.contract.Shop.then;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StampOutcome;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What becomes of objects that somebody else made: they are compared before they are recorded, and
 * no statement takes away what no revision declared. A dialect proves it by implementing this
 * interface in a test.
 */
public interface AdoptionContract extends DatabaseContract {

  private void requireNothingRecorded(DataSource database) {
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
  }

  @Test
  default void whatIsAsDeclaredIsRecorded() {
    DataSource database = shopIn(emptyDatabase());
    StampOutcome outcome = migrator(database, first(Shop::shop)).stamp("heads");
    assertEquals("recorded as applied: first", TestDatabase.recorded(outcome));
    assertTrue(outcome.accepted().isEmpty());
  }

  @Test
  default void aDifferenceIsRefusedAttributeByAttribute() {
    DataSource database = shopIn(emptyDatabase());
    Revision wrong =
        first(
            op -> {
              team(op);
              op.createTable(
                  "member",
                  column("id", bigint()).notNull(),
                  column("nme", varchar(20)),
                  column("team_id", integer()).notNull(),
                  primaryKey("id"));
            });
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, () -> migrator(database, wrong).stamp("heads"));
    assertEquals(
        List.of(
            "column member.name",
            "column member.nme",
            "column member.team_id: type",
            "column member.team_id: nullability",
            "constraint fk_member_team_id of table member"),
        differences(refused).stream().filter(what -> !what.startsWith("index ")).toList());
    assertTrue(refused.getMessage().contains("stampAccepting(\"reason\", \"target\")"));
    requireNothingRecorded(database);
  }

  @Test
  default void anEmptyDatabaseIsNotRecorded() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, first(Shop::shop));
    SchemaMismatchException refused =
        assertThrows(SchemaMismatchException.class, () -> migrator.stamp("heads"));
    assertEquals(List.of("table member", "table team"), differences(refused));
    assertTrue(refused.getMessage().contains("call upgrade()"), refused.getMessage());
    requireNothingRecorded(database);
    assertEquals(1, migrator.upgrade().revisions().size());
  }

  @Test
  default void anAcceptedDifferenceIsReturnedWithTheReason() {
    DataSource database = shopIn(emptyDatabase());
    StampOutcome outcome =
        migrator(database, first(Shop::plainShop))
            .stampAccepting("the rule is kept by hand", "heads");
    assertEquals("the rule is kept by hand", outcome.reason().orElseThrow());
    assertEquals(
        List.of("constraint fk_member_team_id of table member: on delete"),
        outcome.accepted().entries().stream().map(Entry::what).toList());
  }

  @Test
  default void whatNoRevisionMentionsIsLeftAloneAndNamed() {
    DataSource database = shopIn(emptyDatabase());
    execute(database, "CREATE VIEW names AS SELECT name FROM member");
    Revision partial = first(Shop::team);
    Revision next = then("next", "first", op -> op.addColumn("team", column("name", varchar(30))));
    StampOutcome outcome = migrator(database, partial).stamp("heads");
    assertEquals(
        List.of("view names", "table member"),
        outcome.undeclared().stream().map(Object::toString).toList());
    assertEquals(1, migrator(database, partial, next).upgrade().revisions().size());
    execute(database, "INSERT INTO team (id, name) VALUES (1, 'a')", "DELETE FROM member");
  }

  /** Databases write conditions and queries in their own way; some cannot be asked how. */
  @Test
  default void anotherConditionOrQueryIsADifferenceOrNamed() {
    DataSource database = emptyDatabase();
    execute(
        database,
        "CREATE TABLE note (n INTEGER, CONSTRAINT ck CHECK (n > 10 AND n IN (11, 12)))",
        "CREATE VIEW few AS SELECT n FROM note WHERE n > 10");
    Revision same =
        first(
            op -> {
              op.createTable(
                  "note", column("n", integer()), check("n > 10 AND n IN (11, 12)").named("ck"));
              op.createView("few", view("SELECT n FROM note WHERE n > 10").reads("note"));
            });
    migrator(database, same).stamp("heads");
    Revision other =
        first(
            op -> {
              op.createTable(
                  "note", column("n", integer()), check("n > 0 AND n IN (1, 2)").named("ck"));
              op.createView("few", view("SELECT n FROM note WHERE n > 0").reads("note"));
            });
    List<String> found = new ArrayList<>();
    try {
      migrator(database, other).restamp("heads");
    } catch (SchemaMismatchException refused) {
      refused.difference().entries().forEach(entry -> found.add(entry.element().toString()));
    }
    migrator(database, other)
        .restampAccepting("it is somebody else's", "heads")
        .uncompared()
        .forEach(element -> found.add(element.toString()));
    assertEquals(
        List.of("constraint ck of table note", "view few"), found.stream().sorted().toList());
  }

  @Test
  default void rawSqlThatMakesMoreThanItMeansIsLookedAtBeforeALaterRevision() {
    DataSource database = emptyDatabase();
    Revision raw =
        first(
            op -> {
              op.execute(sql(SHOP.get(0)).means(Shop::team));
              op.execute(
                  sql(SHOP.get(1))
                      .means(
                          o ->
                              o.createTable(
                                  "member",
                                  column("id", bigint()).notNull(),
                                  column("name", varchar(20)),
                                  column("team_id", bigint()),
                                  primaryKey("id"),
                                  foreignKey("team_id").references("team"))));
            });
    Revision dropped =
        then("dropped", "first", op -> op.dropConstraint("member", "fk_member_team_id"));
    Migrator migrator = migrator(database, raw, dropped);
    assertThrows(SchemaMismatchException.class, migrator::upgrade);
    assertEquals(
        List.of("first"), migrator.current().stream().map(info -> info.id().value()).toList());
  }
}
