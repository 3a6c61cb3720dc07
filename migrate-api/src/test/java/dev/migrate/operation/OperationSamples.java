package dev.migrate.operation;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A schema, and operations of every kind that fit it. */
final class OperationSamples {

  private OperationSamples() {}

  /** The operations that a revision of this body records. */
  static List<Operation> operations(Consumer<Operations> body) {
    return Recording.of(Revision.of(Lineage.of("sample").root(), body)).upgrade();
  }

  static Operation operation(Consumer<Operations> body) {
    return operations(body).get(0);
  }

  static Schema after(Schema before, List<Operation> operations) {
    return Operation.applyAll(operations, before);
  }

  static final Schema SCHEMA =
      after(
          Schema.empty(),
          operations(
              op -> {
                op.createSchema("billing");
                op.createSchema("empty");
                op.createEnumType("mood", "ok", "sad");
                op.createEnumType("unused", "a");
                op.createSequence("ticket");
                op.createSequence("lottery");
                op.createTable(
                    "account",
                    column("id", bigint()).identity(),
                    column("login", varchar(64)).notNull(),
                    column("email", varchar(320)),
                    column("age", integer()).notNull(),
                    column("mood", enumType("mood")).defaultTo("ok"),
                    primaryKey("id"),
                    unique("login"),
                    check("age >= 0").named("ck_age"),
                    index("email"),
                    comment("who may log in"));
                op.createTable(
                    "post",
                    column("id", bigint()),
                    column("author_id", bigint()).notNull(),
                    column("title", varchar(200)).notNull(),
                    column("body", text()),
                    column("stars", integer()).defaultTo(0),
                    primaryKey("id"),
                    foreignKey("author_id").references("account").onDelete(CASCADE),
                    index("author_id"));
                op.createTable(
                    "genre",
                    column("id", integer()),
                    column("name", varchar(120)),
                    primaryKey("id"));
                op.createTable(
                    "billing.invoice",
                    column("id", bigint()).identity(),
                    column("number", bigint()).defaultTo(nextValue("ticket")),
                    column("total", decimal(10, 2)).notNull(),
                    column("gross", decimal(10, 2)).storedAs("total * 1.19"),
                    primaryKey("id"));
                op.createTable("note", column("text", text()), column("x", integer()));
                op.createTable(
                    "zone",
                    column("x", integer()),
                    column("visit", bigint()),
                    check("x > 0").named("ck_x").notValid(),
                    tableOption(SQLITE, "STRICT"));
                op.createSequence(sequence("visit").ownedBy("zone", "visit"));
                op.createView("author", view("SELECT id FROM account").reads("account", "id"));
                op.createView("anything", view("SELECT 1 AS one"));
              }));

  /** By a name that tells what is special about it. */
  static Map<String, Operation> all() {
    Map<String, Operation> all = new TreeMap<>();
    put(
        all,
        "create table",
        op ->
            op.createTable(
                "comment",
                column("id", bigint()).identity(),
                column("post_id", bigint()).notNull(),
                column("mood", enumType("mood")).defaultTo("sad"),
                primaryKey("id"),
                unique("post_id", "mood"),
                foreignKey("post_id").references("post"),
                index("post_id")));
    put(
        all,
        "create table that refers to itself",
        op ->
            op.createTable(
                "billing.folder",
                column("id", bigint()),
                column("parent", bigint()),
                primaryKey("id"),
                foreignKey("parent").references("billing.folder")));
    put(all, "drop table", op -> op.dropTable("post"));
    put(all, "rename table", op -> op.renameTable("genre", "style"));
    put(all, "comment on table", op -> op.commentOnTable("account", noComment()));
    put(
        all,
        "set table option",
        op -> op.setTableOption("account", tableOption(MYSQL, "ENGINE=MyISAM")));
    put(
        all,
        "replace table option",
        op -> op.setTableOption("zone", tableOption(SQLITE, "WITHOUT ROWID")));
    put(all, "clear table option", op -> op.clearTableOption("zone", SQLITE));
    put(all, "add column", op -> op.addColumn("genre", column("hint", varchar(9))));
    put(
        all,
        "add column with default",
        op -> op.addColumn("genre", column("rank", integer()).notNull().defaultTo(1)));
    put(
        all,
        "add column with default that is computed",
        op -> op.addColumn("genre", column("at", timestamp()).defaultTo(currentTimestamp())));
    put(
        all,
        "add column not null",
        op -> op.addColumn("genre", column("code", varchar(9)).notNull()));
    put(
        all,
        "add column computed",
        op -> op.addColumn("post", column("short", text()).virtualAs("lower(title)")));
    put(all, "add column identity", op -> op.addColumn("genre", column("no", bigint()).identity()));
    put(all, "alter column type", op -> op.alterColumn("genre", "name", type(text())));
    put(
        all,
        "alter column type to enum",
        op -> op.alterColumn("genre", "name", type(enumType("mood")).using("name::mood")));
    put(all, "alter column not null", op -> op.alterColumn("genre", "name", notNull()));
    put(all, "alter column default", op -> op.alterColumn("account", "mood", defaultTo("sad")));
    put(
        all,
        "alter column default from sequence",
        op -> op.alterColumn("billing.invoice", "number", noDefault()));
    put(all, "alter column identity", op -> op.alterColumn("genre", "id", identity()));
    put(all, "alter column collation", op -> op.alterColumn("genre", "name", collation("C")));
    put(all, "alter column comment", op -> op.alterColumn("genre", "name", comment("as printed")));
    put(all, "rename column", op -> op.renameColumn("account", "age", "years"));
    put(all, "drop column", op -> op.dropColumn("account", "mood"));
    put(all, "drop column not null", op -> op.dropColumn("post", "title"));
    put(all, "add primary key", op -> op.addPrimaryKey("note", primaryKey("x")));
    put(all, "add unique", op -> op.addUnique("genre", unique("name")));
    put(
        all,
        "add foreign key",
        op -> op.addForeignKey("note", foreignKey("x").references("genre").onDelete(SET_NULL)));
    put(all, "add check", op -> op.addCheck("genre", check("name <> ''")));
    put(
        all,
        "add check with quotes",
        op -> op.addCheck("genre", check("\"name\" <> ''").named("ck_quoted")));
    put(all, "validate check", op -> op.validateConstraint("zone", "ck_x"));
    put(
        all,
        "add foreign key that is not valid",
        op -> op.addForeignKey("note", foreignKey("x").references("genre").notValid()));
    put(all, "rename constraint", op -> op.renameConstraint("account", "ck_age", "ck_years"));
    put(all, "drop unique", op -> op.dropConstraint("account", "uq_account_login"));
    put(all, "drop primary key", op -> op.dropConstraint("genre", "pk_genre"));
    put(all, "drop foreign key", op -> op.dropConstraint("post", "fk_post_author_id"));
    put(all, "drop check", op -> op.dropConstraint("account", "ck_age"));
    put(all, "create index", op -> op.createIndex("genre", index("name")));
    put(all, "create unique index", op -> op.createIndex("genre", index("name").unique()));
    put(
        all,
        "create partial index",
        op -> op.createIndex("post", index("title").where("stars > 3").including("body")));
    put(
        all,
        "create index on expression",
        op -> op.createIndex("post", index(expression("lower(title)"))));
    put(
        all,
        "create index concurrently",
        op ->
            op.createIndexConcurrently(
                "genre", index(asc("name").prefix(10).operatorClass("text_ops").nullsLast())));
    put(
        all,
        "drop index concurrently",
        op -> op.dropIndexConcurrently("account", "ix_account_email"));
    put(all, "rename index", op -> op.renameIndex("account", "ix_account_email", "ix_mail"));
    put(all, "drop index", op -> op.dropIndex("account", "ix_account_email"));
    put(all, "create sequence", op -> op.createSequence(sequence("billing.no").startingAt(100)));
    put(
        all,
        "create sequence with an owner",
        op -> op.createSequence(sequence("stars").ownedBy("post", "stars")));
    put(all, "alter sequence", op -> op.alterSequence("ticket", incrementedBy(10)));
    put(
        all,
        "alter every attribute of a sequence",
        op ->
            op.alterSequence(
                "lottery",
                valueType(integer()),
                startingAt(5),
                incrementedBy(2),
                minimum(5),
                maximum(99),
                cycling(),
                cache(20)));
    put(
        all,
        "alter sequence with an owner",
        op -> op.alterSequence("visit", noMinimum(), noMaximum(), cycling(), noCache()));
    put(all, "set sequence owner", op -> op.setSequenceOwner("lottery", "genre", "id"));
    put(all, "change sequence owner", op -> op.setSequenceOwner("visit", "genre", "id"));
    put(all, "clear sequence owner", op -> op.clearSequenceOwner("visit"));
    put(all, "drop table with a sequence", op -> op.dropTable("zone"));
    put(all, "drop column with a sequence", op -> op.dropColumn("zone", "visit"));
    put(all, "rename column with a sequence", op -> op.renameColumn("zone", "visit", "call"));
    put(all, "rename table with a sequence", op -> op.renameTable("zone", "memo"));
    put(all, "rename sequence", op -> op.renameSequence("ticket", "ticket_no"));
    put(all, "drop sequence", op -> op.dropSequence("lottery"));
    put(
        all,
        "create view",
        op ->
            op.createView(
                "named", view("SELECT * FROM genre, post").reads("genre").reads("post", "id")));
    put(
        all,
        "create view that does not say what it reads",
        op -> op.createView("who_knows", view("SELECT 1 AS one")));
    put(all, "rename view", op -> op.renameView("author", "writer"));
    put(all, "drop view", op -> op.dropView("author"));
    put(all, "create enum type", op -> op.createEnumType("size", "s", "m"));
    put(all, "rename enum type", op -> op.renameEnumType("mood", "feeling"));
    put(all, "drop enum type", op -> op.dropEnumType("unused"));
    put(all, "add enum value", op -> op.addEnumValueBefore("mood", "fine", "sad"));
    put(all, "rename enum value", op -> op.renameEnumValue("mood", "ok", "good"));
    put(all, "create schema", op -> op.createSchema("audit"));
    put(all, "rename schema", op -> op.renameSchema("billing", "accounting"));
    put(all, "drop schema", op -> op.dropSchema("empty"));
    put(
        all,
        "insert rows with keys",
        op -> op.insert("genre", columns("id", "name"), row(1, "Rock"), row(2, null)));
    put(
        all,
        "insert rows without keys",
        op -> op.insert("billing.invoice", columns("total"), row(10)));
    put(
        all,
        "insert rows with parents",
        op -> op.insert("post", columns("id", "author_id", "title"), row(1, 1, "Hello")));
    put(
        all,
        "update rows",
        op -> op.update("account", set("age", 1).set("mood", "sad").where("login", "ada")));
    put(
        all,
        "update every row",
        op -> op.update("post", set("stars", 1).inEveryRow().needsNoUndo()));
    put(all, "delete rows", op -> op.delete("account", columns("id"), row(1)));
    put(
        all,
        "delete rows named in full",
        op -> op.delete("genre", columns("id", "name"), row(1, "Rock")));
    put(all, "execute sql that says nothing", op -> op.execute(sql("VACUUM")));
    put(
        all,
        "execute sql outside of a transaction",
        op -> op.execute(sql("VACUUM").needsNoUndo().outsideTransaction()));
    put(
        all,
        "execute sql that writes",
        op -> op.execute(sql("UPDATE post SET title = 'x'").writes("post", "title").undoneBy("X")));
    put(
        all,
        "execute sql that reads and writes",
        op ->
            op.execute(
                sql("UPDATE account SET email = lower(login)")
                    .reads("account", "login")
                    .writes("account", "email")
                    .needsNoUndo()));
    put(
        all,
        "execute sql that reads through a view and writes rows",
        op ->
            op.execute(
                sql("INSERT INTO billing.invoice SELECT 1 FROM author")
                    .reads("author")
                    .writes("billing.invoice")
                    .needsNoUndo()));
    put(
        all,
        "execute sql that means something",
        op ->
            op.execute(
                sql("CREATE TABLE legacy (id int)")
                    .onlyOn(POSTGRESQL)
                    .means(o -> o.createTable("legacy", column("id", integer())))));
    put(
        all,
        "execute sql that creates a function",
        op ->
            op.execute(
                sql("CREATE FUNCTION total() RETURNS int RETURN 1")
                    .creates("function", "total")
                    .uses("extension", "math")
                    .undoneBy("DROP FUNCTION total")));
    put(
        all,
        "execute sql that drops a trigger of a table",
        op ->
            op.execute(
                sql("DROP TRIGGER audit ON account")
                    .drops("trigger", "audit")
                    .writes("genre")
                    .needsNoUndo()));
    put(
        all,
        "execute sql that changes nothing",
        op -> op.execute(sql("ANALYZE account").means(o -> {}).needsNoUndo()));
    put(
        all,
        "run code",
        op ->
            op.run(
                code("import avatars", context -> {})
                    .reads("account", "id")
                    .writes("account", "email")
                    .needsNoUndo()));
    put(all, "run code that says nothing", op -> op.run(code("whatever", context -> {})));
    put(
        all,
        "on one dialect",
        op -> op.on(POSTGRESQL, pg -> pg.addColumn("genre", column("tags", array(text())))));
    return all;
  }

  private static void put(Map<String, Operation> all, String name, Consumer<Operations> body) {
    all.put(name, operation(body));
  }
}
