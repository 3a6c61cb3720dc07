package dev.migrate.testkit.trial;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.PlanException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.Scenario;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ScenarioTest {

  private static final Revision ACCOUNTS =
      Revision.of(
          Lineage.of("001").root(),
          op ->
              op.createTable(
                  "account",
                  column("id", bigint()).identity(),
                  column("login", varchar(64)).notNull(),
                  column("balance", decimal(10, 2)).notNull().defaultTo(0),
                  column("active", bool()).notNull().defaultTo(true),
                  primaryKey("id"),
                  unique("login")));

  private static final Revision EMAIL =
      Revision.of(
          Lineage.of("002").after("001"),
          op -> op.addColumn("account", column("email", varchar(320))));

  private static Scenario scenario() {
    return Scenario.of(ACCOUNTS, EMAIL).on(Databases.h2());
  }

  private static Scenario withAda() {
    return scenario().upgradeTo("001").given("INSERT INTO account (login) VALUES (?)", "ada");
  }

  @Test
  void stepsActAtOnce() {
    withAda()
        .upgradeTo("002")
        .expectRows("SELECT login, email FROM account", row("ada", null))
        .given("UPDATE account SET email = ?", "ada@example.org")
        .downgradeTo("-1")
        .expectRows("SELECT login FROM account", row("ada"))
        .expectSchema(schema -> schema.hasTable("account"))
        .downgradeTo("base")
        .expectSchema(schema -> schema.hasNoTable("account"))
        .upgradeTo("heads")
        .expectNoRows("SELECT * FROM account");
  }

  @Test
  void takesRevisionsInEveryForm() {
    Scenario.of(List.of(ACCOUNTS, EMAIL)).on(Databases.h2()).upgradeTo("+1");
    Scenario fromGraph = Scenario.of(RevisionGraph.of(EMAIL, ACCOUNTS)).on(Databases.h2());
    assertThat(fromGraph.upgradeTo(EMAIL.lineage().id()).migrator().current()).hasSize(1);
    fromGraph.downgradeTo(ACCOUNTS.lineage().id());
    assertThat(fromGraph).hasToString("scenario at 001");
    assertThat(scenario()).hasToString("scenario at base: none is applied");
  }

  @Test
  void valuesCountByMeaning() {
    withAda()
        .given("UPDATE account SET balance = 1")
        .expectRows("SELECT balance FROM account", row(1))
        .expectRows("SELECT balance FROM account", row(1L))
        .expectRows("SELECT balance, active FROM account", row(new BigDecimal("1.00"), true))
        .expectRows("SELECT DATE '2024-02-29'", row(LocalDate.of(2024, 2, 29)))
        .expectRows("SELECT DATE '2024-02-29'", row("2024-02-29"))
        .expectRows("SELECT '2024-02-29 10:00:00'", row(LocalDateTime.of(2024, 2, 29, 10, 0)))
        .expectRows("SELECT TIMESTAMP '2024-02-29 10:00:00'", row("2024-02-29T10:00"))
        .expectRows("SELECT CAST(X'0102' AS BLOB), X'03'", row(new byte[] {1, 2}, new byte[] {3}))
        .expectRows("SELECT CAST('long' AS CLOB)", row("long"))
        .expectRows("SELECT JSON '{\"a\":1}'", row("{\"a\":1}"))
        .expectRows("SELECT ARRAY[1, 2]", row("[1, 2]"))
        .expectRows("SELECT CAST('5' AS TINYINT), 1", row(5, true))
        .expectRows("SELECT UUID '00000000-0000-0001-0000-000000000002'", row(new UUID(1, 2)));
  }

  @Test
  void orderCountsWhereTheQueryOrders() {
    Scenario two = withAda().given("INSERT INTO account (login) VALUES ('bob')");
    two.expectRows("SELECT login FROM account", row("bob"), row("ada"))
        .expectRows("SELECT login FROM account ORDER BY login", row("ada"), row("bob"))
        .expectRows("SELECT login FROM (SELECT * FROM account ORDER BY 1)", row("bob"), row("ada"))
        .expectRows(
            "SELECT login, ' order by ' FROM account",
            row("bob", " order by "),
            row("ada", " order by "));
    assertThatThrownBy(
            () ->
                two.expectRows(
                    "SELECT login FROM account order\n by login", row("bob"), row("ada")))
        .isInstanceOf(AssertionFailedError.class);
  }

  @Test
  void otherRowsFailWithFacts() {
    assertThatThrownBy(
            () ->
                withAda()
                    .upgradeTo("002")
                    .expectRows("SELECT login, email FROM account", row("ada", "a@b.c")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            the query does not return the rows that are expected
              query      SELECT login, email FROM account
              expected   ('ada', 'a@b.c')
              was        ('ada', null)
              revision   002\
            """);
  }

  @Test
  void severalRowsAreComparedOneByOne() {
    Scenario two = withAda().given("INSERT INTO account (login) VALUES ('bob')");
    assertThatThrownBy(
            () -> two.expectRows("SELECT login FROM account", row("bob"), row("eve"), row("bob")))
        .hasMessage(
            """
            the query does not return the rows that are expected
              query      SELECT login FROM account
              expected   ('bob')
                         ('eve')
                         ('bob')
              was        ('ada')
                         ('bob')
              missing    ('eve')
                         ('bob')
              surplus    ('ada')
              revision   001\
            """);
    assertThatThrownBy(() -> two.expectRows("SELECT id, login FROM account", row("bob")))
        .hasMessageEndingWith("next       expect as many values as the query has columns: 2");
    assertThatThrownBy(() -> two.expectNoRows("SELECT login FROM account WHERE login = 'ada'"))
        .hasMessageContaining("expected   no rows")
        .hasMessageContaining("was        ('ada')");
  }

  @Test
  void sqlThatFailsSaysWhere() {
    assertThatThrownBy(() -> withAda().given("INSERT INTO account (login) VALUES (?)", "ada"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith(
            """
            a given statement failed
              statement  INSERT INTO account (login) VALUES (?)
              with       [ada]
              database   SQLState 23505\
            """)
        .hasMessageContaining("revision   001");
    assertThatThrownBy(() -> scenario().expectNoRows("SELECT 1 FROM account"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("base: none is applied");
  }

  @Test
  void expectedFailures() {
    Scenario scenario = withAda();
    scenario
        .expectFailure(
            SQLException.class, s -> s.given("INSERT INTO account (login) VALUES ('ada')"))
        .expectRows("SELECT COUNT(*) FROM account", row(1));
    assertThatThrownBy(() -> scenario.expectFailure(PlanException.class, s -> s.upgradeTo("002")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("it did not fail");
    assertThatThrownBy(
            () -> scenario.expectFailure(StatementException.class, s -> s.upgradeTo("nowhere")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("it failed in another way than expected");
  }

  @Test
  void schemaIsComparedAsTheDatabaseStoresIt() {
    Scenario scenario = withAda();
    scenario.expectSchema(
        schema ->
            schema
                .hasColumn("account", column("login", varchar(64)).notNull())
                .hasColumn("account", column("balance", decimal(10, 2)).notNull().defaultTo(0)));
    assertThatThrownBy(
            () ->
                scenario.expectSchema(
                    schema -> schema.hasColumn("account", column("login", varchar(80)))))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("the schema at 001 is not as expected")
        .hasMessageContaining("column account.login: type");
  }

  @Test
  void sampleRowsObeyTheSchema() {
    Revision everything =
        Revision.of(
            Lineage.of("003").after("002"),
            op -> {
              op.createEnumType("mood", "sad", "happy");
              op.createTable(
                  "post",
                  column("id", uuid()).notNull(),
                  column("author_id", bigint()).notNull(),
                  column("parent_id", uuid()).notNull(),
                  column("code", character(2)).notNull(),
                  column("rate", decimal(3, 3)).notNull(),
                  column("mood", enumType("mood")).notNull(),
                  column("data", json()),
                  column("raw", binary(3)).notNull(),
                  column("at", timestampWithTimeZone()).notNull(),
                  column("tags", array(text())),
                  column("twice", integer()).storedAs("2 * 3"),
                  primaryKey("id"),
                  unique("author_id"),
                  unique("code"),
                  foreignKey("author_id").references("account"),
                  foreignKey("parent_id").references("post"));
              op.createTable(
                  "a_vote",
                  column("post_id", uuid()).notNull(),
                  column("author_id", bigint()).notNull(),
                  column("stars", smallint()).notNull(),
                  column("note", text()),
                  check("note IS NULL OR note = 'no'"),
                  primaryKey("post_id", "author_id"),
                  foreignKey("post_id").references("post"),
                  foreignKey("author_id").references("account"));
              op.createTable("lone", column("id", bigint()).identityAlways(), primaryKey("id"));
              op.createTable("strict", column("n", integer()).notNull(), check("n < 0"));
            });
    Scenario.of(ACCOUNTS, EMAIL, everything)
        .on(Databases.h2())
        .upgradeTo("heads")
        .givenSampleRows()
        .givenSampleRows()
        .expectRows("SELECT COUNT(*) FROM account", row(2))
        .expectRows("SELECT COUNT(*), COUNT(data) FROM post", row(2, 2))
        .expectRows("SELECT COUNT(*), COUNT(note) FROM a_vote", row(2, 0))
        .expectRows("SELECT COUNT(*) FROM lone", row(2))
        .expectNoRows("SELECT * FROM strict");
  }
}
