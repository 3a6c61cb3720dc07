package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.operation.CodeContext;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A line for each operation, as the guide's table shows it. */
final class EveryOperation {

  private EveryOperation() {}

  /** The line that the next two must not lose: what came before in an application. */
  static List<Revision> revisions() {
    return List.of(
        Revision.of(Lineage.of("before").root(), EveryOperation::before),
        Revision.of(Lineage.of("every_operation").after("before"), EveryOperation::upgrade));
  }

  private static void before(Operations op) {
    op.createTable(
        "account",
        column("id", bigint()).identity(),
        column("team_id", bigint()),
        column("login", varchar(64)).notNull(),
        column("age", integer()),
        column("legacy_flag", bool()),
        primaryKey("id"),
        unique("login"),
        check("age >= 0").named("ck_account_age").notValid(),
        index("team_id"),
        index("age"));
    op.createTable("team", column("id", bigint()), column("name", varchar(80)), primaryKey("id"));
    op.createTable("draft", column("id", bigint()));
    op.createTable("scratch", column("id", bigint()));
    op.createSequence("old_number");
    op.createSequence("receipt_number");
    op.createView("old_view", view("SELECT id FROM draft").reads("draft", "id"));
    op.createView("team_names", view("SELECT name FROM team").reads("team", "name"));
    op.createEnumType("old_mood", "good", "bad");
    op.createEnumType("colour", "red", "gren");
    op.createSchema("archive");
    op.createSchema("attic");
  }

  private static void upgrade(Operations op) {
    op.createTable(
        "genre", column("id", integer()), column("name", varchar(120)), primaryKey("id"));
    op.renameTable("scratch", "note");
    op.dropTable("note");
    op.commentOnTable("account", comment("who may log in"));
    op.setTableOption("account", tableOption(POSTGRESQL, "WITH (fillfactor = 70)"));
    op.addColumn("account", column("email", varchar(320)));
    op.alterColumn("account", "age", type(bigint()), defaultTo(0));
    op.renameColumn("account", "login", "user_name");
    op.dropColumn("account", "legacy_flag");
    op.addForeignKey("account", foreignKey("team_id").references("team"));
    op.validateConstraint("account", "ck_account_age");
    op.renameConstraint("account", "uq_account_login", "uq_account_user_name");
    op.dropConstraint("account", "uq_account_user_name");
    op.createIndex("account", index("email").unique());
    op.renameIndex("account", "ix_account_age", "ix_age");
    op.dropIndex("account", "ix_age");
    op.createSequence(sequence("invoice_number").startingAt(1000));
    op.alterSequence("invoice_number", incrementedBy(10), maximum(99_999), noCycling());
    op.setSequenceOwner("invoice_number", "account", "id");
    op.renameSequence("receipt_number", "slip_number");
    op.dropSequence("old_number");
    op.createView(
        "adult", view("SELECT id FROM account WHERE age > 17").reads("account", "id", "age"));
    op.renameView("team_names", "names_of_teams");
    op.dropView("old_view");
    op.createEnumType("mood", "happy", "sad");
    op.renameEnumType("colour", "color");
    op.dropEnumType("old_mood");
    op.addEnumValueBefore("mood", "so_so", "sad");
    op.renameEnumValue("color", "gren", "green");
    op.createSchema("billing");
    op.renameSchema("attic", "loft");
    op.dropSchema("archive");
    op.insert("genre", columns("id", "name"), row(1, "Rock"), row(2, "Jazz"));
    op.update("genre", set("name", "Jazz & Blues").where("id", 2).needsNoUndo());
    op.delete("genre", columns("id"), row(1));
    op.execute(
        sql("UPDATE account SET email = lower(email)").writes("account", "email").needsNoUndo());
    op.run(code("greet accounts", EveryOperation::greet).writes("account", "email").needsNoUndo());
    op.on(H2, h2 -> h2.createIndex("account", index("user_name")));
  }

  private static void greet(CodeContext context) throws SQLException {
    try (Statement statement = context.connection().createStatement()) {
      statement.executeUpdate("UPDATE account SET email = 'hello@example.org' WHERE email IS NULL");
    }
  }
}
