package dev.migrate.guide;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.error.DefinitionException;
import dev.migrate.operation.CodeContext;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The examples about writing revisions; each is recorded and folded. */
class WritingTest {

  @Test
  void alteringNamesOnlyWhatChanges() {
    assertThat(
            after(
                op -> {
                  // snippet: alter
                  op.alterColumn("account", "login", type(varchar(200)), nullable());
                  op.alterColumn("account", "balance", defaultTo(10));
                  op.alterColumn("account", "created_at", noDefault());
                  // end
                }))
        .contains("login varchar(200)", "balance decimal(12,2) not null default 10");
  }

  @Test
  void namesAreTakenLiterallyAndQuotedWhereNeeded() {
    assertThat(
            after(
                op -> {
                  // snippet: names
                  op.createTable("user", column("e-mail", varchar(320))); // both are quoted
                  op.createSchema("billing");
                  op.createTable("billing.invoice", column("id", bigint())); // schema and table
                  op.createTable("\"v1.2\"", column("id", bigint())); // a dot in the name itself
                  // end
                }))
        .contains("table user", "table billing.invoice", "table \"v1.2\"");
  }

  @Test
  void constraintsAndIndexesCanHaveNamesOfTheirOwn() {
    assertThat(
            after(
                op -> {
                  // snippet: named
                  op.addUnique("account", unique("team_id", "login").named("one_login_per_team"));
                  op.dropConstraint("account", "uq_account_login"); // the generated name
                  // end
                }))
        .contains("one_login_per_team unique");
  }

  @Test
  void largeTablesAreChangedWhileTheyAreInUse() {
    assertThat(
            after(
                op -> {
                  // snippet: large-tables
                  // others go on writing while the index is built
                  op.createIndexConcurrently("account", index("login", "created_at"));
                  // new rows obey the check at once; nobody looks at the old ones yet
                  op.addCheck(
                      "account", check("balance < 1000000").named("ck_account_rich").notValid());
                  // end
                  assertThat(op).isNotNull();
                  // snippet: large-tables-later
                  op.validateConstraint("account", "ck_account_rich");
                  // end
                }))
        .contains("ck_account_rich check (balance < 1000000)\n");
  }

  @Test
  void defaultsAreValuesOrSaidInSql() {
    assertThat(
            after(
                op -> {
                  // snippet: defaults
                  op.addColumn("account", column("kind", varchar(8)).notNull().defaultTo("guest"));
                  op.addColumn(
                      "account", column("seen_at", timestamp()).defaultTo(currentTimestamp()));
                  op.createSequence("ticket");
                  op.addColumn(
                      "account", column("ticket", bigint()).defaultTo(nextValue("ticket")));
                  op.addColumn(
                      "account", column("code", integer()).defaultTo(expression("40 + 2")));
                  // end
                }))
        .contains("kind varchar(8) not null default 'guest'");
  }

  @Test
  void aDefaultOfTheWrongTypeIsRefusedWithTheRightOne() {
    assertThatThrownBy(() -> column("seen_at", timestamp()).defaultTo("now()"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("did you mean expression(\"now()\") or currentTimestamp()?");
  }

  @Test
  void whatDiffersByDatabaseIsSaidWhereItDiffers() {
    assertThat(
            after(
                op -> {
                  // snippet: dialects
                  op.addColumn(
                      "account", column("notes", text().on(MYSQL, nativeType("mediumtext"))));
                  op.addCheck(
                      "account",
                      check(expression("login ~ '^[a-z]'").on(H2, "REGEXP_LIKE(login, '^[a-z]')"))
                          .named("ck_account_login"));
                  op.execute(sql("ANALYZE account").onlyOn(POSTGRESQL).needsNoUndo());
                  op.on(POSTGRESQL, pg -> pg.createIndex("account", index("notes").using("gin")));
                  // end
                }))
        .contains("ck_account_login");
  }

  @Test
  void rawSqlAndCodeSayWhatTheyDo() {
    assertThat(
            after(
                op -> {
                  // snippet: raw-sql
                  // changes rows: what it reads and writes, and what undoes it
                  op.execute(
                      sql("UPDATE account SET login = lower(login)")
                          .writes("account", "login")
                          .needsNoUndo());
                  op.execute(
                      sql("INSERT INTO team (name) VALUES ('guests')")
                          .writes("team")
                          .undoneBy("DELETE FROM team WHERE name = 'guests'"));
                  // changes the schema: what it means, in operations that are not run themselves
                  op.execute(
                      sql("CREATE TABLE legacy (id integer)")
                          .means(o -> o.createTable("legacy", column("id", integer()))));
                  // creates what the schema does not model
                  op.execute(
                      sql("CREATE FUNCTION total(a integer) RETURNS integer RETURN a + 1")
                          .onlyOn(POSTGRESQL)
                          .creates("function", "total")
                          .undoneBy("DROP FUNCTION total(integer)"));
                  // end
                  // snippet: code
                  op.run(
                      code("number the teams", this::numberTeams)
                          .reads("team", "id", "name")
                          .writes("team", "name")
                          .needsNoUndo());
                  // end
                }))
        .contains("table legacy");
  }

  // snippet: code-body
  private void numberTeams(CodeContext context) throws SQLException {
    try (PreparedStatement update =
        context.connection().prepareStatement("UPDATE team SET name = name || ' ' || id")) {
      update.executeUpdate();
    }
  }

  // end

  @Test
  void revisionsCanBeValues() {
    // snippet: values
    List<Revision> revisions =
        List.of(
            Revision.of(
                Lineage.of("create_note").root(),
                op -> op.createTable("note", column("id", bigint()), primaryKey("id"))),
            Revision.of(
                Lineage.of("add_title").after("create_note"),
                op -> op.addColumn("note", column("title", varchar(80)))),
            Revision.of(
                Lineage.of("add_body").after("create_note"),
                op -> op.addColumn("note", column("body", text()))),
            Revision.join(Lineage.of("join").after("add_title", "add_body")));
    // end
    assertThat(revisions).hasSize(4);
  }

  /** The schema of the guide's revisions after these operations. */
  private static String after(Consumer<Operations> upgrade) {
    Schema schema = Schema.empty();
    for (Revision revision : Guide.revisions()) {
      schema = folded(schema, revision);
    }
    return folded(schema, Revision.of(Lineage.of("example").root(), upgrade)).tables().toString();
  }

  private static Schema folded(Schema before, Revision revision) {
    Schema schema = before;
    for (Operation operation : Recording.of(revision).upgrade()) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }
}
