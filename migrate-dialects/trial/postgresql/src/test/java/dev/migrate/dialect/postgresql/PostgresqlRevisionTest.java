package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.currentTimestamp;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.json;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.timestampWithTimeZone;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static dev.migrate.schema.ReferentialAction.CASCADE;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.schema.IndexKey;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.RevisionContract;
import dev.migrate.testkit.Scenario;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests that come with the testkit, on revisions as an application has them. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlRevisionTest implements RevisionContract {

  private static final List<Revision> REVISIONS =
      List.of(
          Revision.of(
              Lineage.of("001").root(),
              op -> {
                op.createEnumType("state", "new", "active");
                op.createTable(
                    "team",
                    column("id", bigint()).identity(),
                    column("name", varchar(64)).notNull(),
                    primaryKey("id"),
                    unique("name"));
                op.createTable(
                    "account",
                    column("id", bigint()).identity(),
                    column("team_id", bigint()).notNull(),
                    column("login", varchar(64)).notNull(),
                    column("state", enumType("state")).notNull().defaultTo("new"),
                    column("settings", json()).notNull().defaultTo("{}"),
                    column("created_at", timestampWithTimeZone())
                        .notNull()
                        .defaultTo(currentTimestamp()),
                    primaryKey("id"),
                    unique("login"),
                    foreignKey("team_id").references("team").onDelete(CASCADE).initiallyDeferred(),
                    index("team_id"));
              }),
          Revision.of(
              Lineage.of("002").after("001"),
              op -> {
                op.addColumn("account", column("email", varchar(320)));
                op.execute(
                    sql("UPDATE account SET email = lower(login)")
                        .reads("account", "login")
                        .writes("account", "email")
                        .needsNoUndo());
                op.alterColumn("account", "email", notNull());
                op.addCheck("account", check("email <> ''").named("ck_email").notValid());
                op.validateConstraint("account", "ck_email");
              }),
          Revision.of(
              Lineage.of("003").after("002"),
              op ->
                  op.createIndexConcurrently(
                      "account",
                      index(IndexKey.expression(expression("lower(email)")))
                          .unique()
                          .where("state = 'active'")
                          .named("ux_account_email"))),
          Revision.of(
              Lineage.of("004").after("003"),
              op -> {
                op.renameColumn("account", "login", "user");
                op.alterColumn("account", "user", type(varchar(100)));
                op.insert("team", columns("id", "name"), row(1, "it's \\ us"));
                op.createView(
                    "active",
                    view("SELECT \"user\" FROM account WHERE state = 'active'")
                        .reads("account", "user", "state"));
              }),
          Revision.of(
              Lineage.of("005").after("004"),
              op -> op.addEnumValueBefore("state", "locked", "active")));

  @Override
  public Scenario scenario() {
    return Scenario.of(REVISIONS)
        .on(Databases.of(PostgresqlServer.newDatabase(""), "postgres", ""));
  }

  @Override
  public Set<RevisionId> irreversible() {
    return Set.of(RevisionId.of("005"));
  }
}
