package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.array;
import static dev.migrate.Ddl.collation;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.Ddl.view;

import dev.migrate.Operations;
import dev.migrate.schema.DialectName;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What only SQLite refuses. */
final class SqliteMistakes {

  private SqliteMistakes() {}

  static Map<String, Consumer<Operations>> all() {
    Map<String, Consumer<Operations>> mistakes = new TreeMap<>();
    mistakes.put("list", op -> op.addColumn("account", column("n", array(integer()))));
    mistakes.put("sequence", op -> op.createSequence("ticket"));
    mistakes.put("schema", op -> op.createSchema("billing"));
    mistakes.put(
        "collation of the application", op -> op.alterColumn("account", "login", collation("de")));
    mistakes.put("column in another case", op -> op.addColumn("account", column("AGE", integer())));
    mistakes.put(
        "column renamed to another case of one",
        op -> op.renameColumn("account", "email", "Login"));
    mistakes.put("table in another case", op -> op.createTable("Account", column("n", integer())));
    mistakes.put("view in another case", op -> op.createView("Account", view("SELECT 1 AS n")));
    mistakes.put(
        "table named as an index",
        op -> op.createTable("ix_account_email", column("n", integer())));
    mistakes.put(
        "index named as another one's",
        op -> {
          op.createTable("t", column("n", integer()));
          op.createIndex("t", index("n").named("IX_account_email"));
        });
    mistakes.put("reserved name", op -> op.createTable("sqlite_x", column("n", integer())));
    mistakes.put("reserved index", op -> op.createIndex("account", index("age").named("SQLite_x")));
    mistakes.put("reserved new name", op -> op.renameTable("account", "sqlite_x"));
    mistakes.put(
        "further columns", op -> op.createIndex("account", index("age").including("login")));
    mistakes.put("method", op -> op.createIndex("account", index("age").using("hash")));
    mistakes.put(
        "identity that is not a key",
        op -> op.createTable("t", column("id", integer()).identity(), column("n", integer())));
    mistakes.put(
        "identity in a key of two",
        op ->
            op.createTable(
                "t",
                column("id", integer()).identity(),
                column("n", integer()),
                primaryKey("id", "n")));
    mistakes.put(
        "identity always",
        op -> op.createTable("t", column("id", integer()).identityAlways(), primaryKey("id")));
    mistakes.put(
        "identity without rowid",
        op ->
            op.createTable(
                "t",
                column("id", integer()).identity(),
                primaryKey("id"),
                tableOption(DialectName.SQLITE, "without rowid")));
    mistakes.put(
        "no key without rowid",
        op ->
            op.createTable(
                "t", column("id", integer()), tableOption(DialectName.SQLITE, "WITHOUT ROWID")));
    mistakes.put(
        "unknown option",
        op ->
            op.createTable("t", column("id", integer()), tableOption(DialectName.SQLITE, "FAST")));
    mistakes.put(
        "only computed columns", op -> op.createTable("t", column("one", integer()).storedAs("1")));
    mistakes.put(
        "computed key",
        op ->
            op.createTable(
                "t",
                column("n", integer()),
                column("one", integer()).storedAs("n + 1"),
                primaryKey("one")));
    return mistakes;
  }
}
