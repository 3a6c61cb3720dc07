package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.CASCADE;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.comment;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.operation.CodeContext;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Revisions with operations of many kinds, among them branches and a join. */
final class ResumeRevisions {

  private final boolean hasSequences;

  private ResumeRevisions(boolean hasSequences) {
    this.hasSequences = hasSequences;
  }

  /** All revisions; a sequence is among their objects where the database has sequences. */
  static List<Revision> all(boolean hasSequences) {
    ResumeRevisions revisions = new ResumeRevisions(hasSequences);
    return List.of(
        Revision.of(Lineage.of("tables").root(), ResumeRevisions::tables),
        Revision.of(Lineage.of("rows").after("tables"), ResumeRevisions::rows),
        Revision.of(Lineage.of("columns").after("rows"), ResumeRevisions::columns_),
        Revision.of(Lineage.of("left").after("columns"), revisions::left),
        Revision.of(Lineage.of("right").after("columns"), ResumeRevisions::right),
        Revision.join(Lineage.of("joined").after("left", "right")),
        Revision.of(Lineage.of("names").after("joined"), ResumeRevisions::names),
        Revision.of(Lineage.of("raw").after("names"), ResumeRevisions::raw),
        Revision.of(Lineage.of("drops").after("raw"), revisions::drops));
  }

  private static void tables(Operations op) {
    op.createTable(
        "team", column("id", integer()), column("name", varchar(40)).notNull(), primaryKey("id"));
    op.createTable(
        "account",
        column("id", bigint()),
        column("team_id", integer()).notNull(),
        column("login", varchar(64)).notNull(),
        column("age", integer()),
        column("nick", varchar(20)),
        primaryKey("id"),
        unique("login"),
        foreignKey("team_id").references("team").onDelete(CASCADE),
        index("team_id"),
        comment("who can log in"));
  }

  private static void rows(Operations op) {
    op.insert("team", columns("id", "name"), row(1, "red"), row(2, "blue"));
    op.insert("account", columns("id", "team_id", "login", "age"), row(1, 1, "ada", 36));
    op.insert("account", columns("id", "team_id", "login"), row(2, 2, "bob"));
  }

  private static void columns_(Operations op) {
    op.addColumn("account", column("email", varchar(100)));
    op.createIndex("account", index("email", "login").unique());
    op.alterColumn("account", "age", type(bigint()), defaultTo(7));
    op.update("account", set("age", 5).where("login", "bob").needsNoUndo());
    op.alterColumn("account", "age", notNull());
  }

  private void left(Operations op) {
    op.addCheck("account", check("age > 0").named("ck_account_age"));
    if (hasSequences) {
      op.createSequence("ticket");
    }
  }

  private static void right(Operations op) {
    op.createView("member", view("SELECT login FROM account").reads("account", "login"));
  }

  private static void names(Operations op) {
    op.renameColumn("account", "nick", "nickname");
    op.renameIndex("account", "ix_account_team_id", "ix_team_of_account");
    op.renameTable("team", "crew");
  }

  private static void raw(Operations op) {
    op.execute(
        sql("CREATE TABLE legacy (id INTEGER NOT NULL, note VARCHAR(50),"
                + " CONSTRAINT pk_legacy PRIMARY KEY (id))")
            .means(
                o ->
                    o.createTable(
                        "legacy",
                        column("id", integer()).notNull(),
                        column("note", varchar(50)),
                        primaryKey("id"))));
    op.execute(
        sql("UPDATE account SET age = age + 1")
            .reads("account", "age")
            .writes("account", "age")
            .undoneBy("UPDATE account SET age = age - 1"));
    op.run(
        code("count the accounts", ResumeRevisions::count)
            .reads("account")
            .writes("legacy")
            .undoneBy(context -> execute(context, "DELETE FROM legacy")));
  }

  private static void count(CodeContext context) throws SQLException {
    execute(context, "INSERT INTO legacy (id) SELECT COUNT(*) FROM account");
    execute(context, "UPDATE legacy SET note = 'counted'");
  }

  private static void execute(CodeContext context, String sql) throws SQLException {
    try (Statement statement = context.connection().createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void drops(Operations op) {
    op.dropView("member");
    if (hasSequences) {
      op.dropSequence("ticket");
    }
    op.dropIndex("account", "ix_account_email_login");
    op.dropColumn("account", "nickname");
    op.delete("crew", columns("id", "name"), row(3, "green"));
    op.dropConstraint("account", "ck_account_age");
    op.dropConstraint("account", "fk_account_team_id");
  }
}
