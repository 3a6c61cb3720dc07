package dev.migrate.testkit.dialect.sample;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import java.util.List;
import java.util.function.Consumer;

/** Samples of operations on columns. */
final class ColumnSamples {

  private ColumnSamples() {}

  static void addColumns(List<SampleOperations.Sample> all) {
    SampleOperations.add(
        all,
        "plain",
        SampleOperations::account,
        op -> op.addColumn("account", column("email", varchar(320))));
    SampleOperations.add(
        all,
        "with a default and a comment",
        SampleOperations::account,
        op ->
            op.addColumn(
                "account",
                column("score", decimal(5, 2)).notNull().defaultTo(1).comment("0 to 100")));
    SampleOperations.add(
        all,
        "that is an identity column",
        op -> op.createTable("note", column("body", text())),
        op -> op.addColumn("note", column("id", bigint()).identity()));
    SampleOperations.add(
        all,
        "that is computed",
        SampleOperations::account,
        op -> op.addColumn("account", column("next_age", integer()).storedAs("age + 1")));
    SampleOperations.add(
        all,
        "with an enum type, named by a reserved word",
        op -> {
          SampleOperations.mood(op);
          SampleOperations.account(op);
        },
        op -> op.addColumn("account", column("order", enumType("mood"))));
    SampleOperations.add(
        all,
        "plain",
        SampleOperations::account,
        op -> op.renameColumn("account", "nickname", "nick"));
    SampleOperations.add(
        all,
        "with hostile names",
        SampleOperations::hostile,
        op ->
            op.renameColumn(
                "\"" + SampleOperations.HOSTILE.replace("\"", "\"\"") + "\"",
                SampleOperations.HOSTILE,
                "' OR 1=1"));
    SampleOperations.add(
        all, "plain", SampleOperations::account, op -> op.dropColumn("account", "age"));
  }

  static void addAlterations(List<SampleOperations.Sample> all) {
    Consumer<Operations> account = SampleOperations::account;
    SampleOperations.add(
        all, "type", account, op -> op.alterColumn("account", "age", type(bigint())));
    SampleOperations.add(
        all,
        "type, with a conversion",
        account,
        op ->
            op.alterColumn(
                "account",
                "nickname",
                type(integer())
                    .using(expression("char_length(nickname)").on(SQLITE, "length(nickname)"))));
    SampleOperations.add(
        all, "takes no NULL", account, op -> op.alterColumn("account", "age", notNull()));
    SampleOperations.add(
        all, "takes NULL", account, op -> op.alterColumn("account", "login", nullable()));
    SampleOperations.add(
        all, "default", account, op -> op.alterColumn("account", "login", defaultTo("it's me")));
    SampleOperations.add(
        all, "no default", account, op -> op.alterColumn("account", "age", noDefault()));
    SampleOperations.add(
        all,
        "becomes an identity column",
        op -> op.createTable("note", column("id", integer())),
        op -> op.alterColumn("note", "id", identity()));
    SampleOperations.add(
        all,
        "becomes an identity column, always generated",
        account,
        op -> op.alterColumn("account", "id", identityAlways()));
    SampleOperations.add(
        all,
        "is no longer an identity column",
        account,
        op -> op.alterColumn("account", "id", noIdentity()));
    SampleOperations.add(
        all, "comment", account, op -> op.alterColumn("account", "age", comment("it's in years")));
    SampleOperations.add(
        all,
        "no comment",
        op -> op.createTable("note", column("body", text()).comment("what it says")),
        op -> op.alterColumn("note", "body", noComment()));
    SampleOperations.add(
        all, "collation", account, op -> op.alterColumn("account", "login", collation("de_DE")));
    SampleOperations.add(
        all, "no collation", account, op -> op.alterColumn("account", "login", noCollation()));
    SampleOperations.add(
        all,
        "everything at once",
        account,
        op ->
            op.alterColumn(
                "account", "age", comment("in months"), notNull(), defaultTo(12), type(bigint())));
    SampleOperations.add(
        all,
        "number and back to an ordinary column",
        account,
        op -> op.alterColumn("account", "id", noIdentity(), type(varchar(20)), defaultTo("none")));
    SampleOperations.add(
        all,
        "type of a computed column",
        op ->
            op.createTable(
                "line",
                column("price", integer()),
                column("gross", integer()).storedAs("price * 2")),
        op -> op.alterColumn("line", "gross", type(bigint())));
    SampleOperations.add(
        all,
        "type to an enum type",
        op -> {
          SampleOperations.mood(op);
          SampleOperations.account(op);
        },
        op -> op.alterColumn("account", "nickname", type(enumType("mood"))));
  }
}
