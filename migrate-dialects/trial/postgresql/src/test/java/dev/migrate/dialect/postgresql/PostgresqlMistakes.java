package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.asc;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.desc;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.uuid;
import static dev.migrate.Ddl.varchar;
import static java.util.Map.entry;

import dev.migrate.Operations;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.TableElement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What only PostgreSQL refuses. */
final class PostgresqlMistakes {

  private PostgresqlMistakes() {}

  private static void wide(Operations op, int columns) {
    TableElement[] others =
        Arrays.stream(names(columns - 1))
            .map(name -> column(name, integer()))
            .toArray(TableElement[]::new);
    op.createTable("wide", column("c0", integer()), others);
  }

  /** The names of the columns from the second one on. */
  private static String[] names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "c" + i).toArray(String[]::new);
  }

  static Map<String, Consumer<Operations>> all() {
    return Map.ofEntries(
        entry("name of 64 bytes", op -> op.createSequence("ü".repeat(32))),
        entry("label of 64 bytes", op -> op.createEnumType("mood", "fine", "n".repeat(62) + "ü")),
        entry("system column", op -> op.addColumn("account", column("ctid", integer()))),
        entry("renamed to a system column", op -> op.renameColumn("account", "email", "xmin")),
        entry("type of the system", op -> op.createEnumType("path", "a")),
        entry("schema of the system", op -> op.createSchema("pg_mine")),
        entry("nanoseconds", op -> op.addColumn("account", column("n", timestamp(9)))),
        entry("digits", op -> op.addColumn("account", column("n", decimal(1001, 0)))),
        entry("characters", op -> op.addColumn("account", column("n", varchar(10_485_761)))),
        entry("serial", op -> op.addColumn("account", column("n", nativeType("BigSerial")))),
        entry(
            "a native type that makes a constraint",
            op -> op.addColumn("account", column("n", nativeType("integer NOT NULL")))),
        entry("a table of 1601 columns", op -> wide(op, 1601)),
        entry(
            "one column too many",
            op -> {
              wide(op, 1600);
              op.addColumn("wide", column("n", integer()));
            }),
        entry(
            "an index over 33 columns",
            op -> {
              wide(op, 40);
              op.createIndex("wide", index("c0", names(32)).named("ix_wide"));
            }),
        entry(
            "a key over 33 columns",
            op -> {
              wide(op, 40);
              op.addUnique("wide", unique("c0", names(32)).named("uq_wide"));
            }),
        entry(
            "a foreign key to a deferrable key",
            op -> {
              op.createTable("team", column("id", integer()), primaryKey("id").deferrable());
              op.addForeignKey("account", foreignKey("age").references("team"));
            }),
        entry(
            "labels at a column",
            op -> op.addColumn("account", column("n", new EnumLabels(List.of("a"))))),
        entry(
            "conversion between types that have nothing in common",
            op -> {
              op.addColumn("account", column("day", date()));
              op.alterColumn("account", "day", type(uuid()));
            }),
        entry(
            "type of what another column is computed from",
            op -> {
              op.dropView("adult");
              op.alterColumn("account", "age", type(decimal(5, 0)));
            }),
        entry(
            "conversion of a computed column",
            op -> op.alterColumn("account", "twice", type(date()).using("now()"))),
        entry(
            "conversion of a computed column that nobody knows",
            op -> op.alterColumn("account", "twice", type(bool()))),
        entry(
            "index over a column that is computed when read",
            op -> {
              op.addColumn("account", column("n", integer()).virtualAs("id + 1"));
              op.createIndex("account", index("n"));
            }),
        entry(
            "key over a column that is computed when read",
            op -> {
              op.addColumn("account", column("n", integer()).virtualAs("id + 1"));
              op.addUnique("account", unique("n"));
            }),
        entry(
            "unique hash index",
            op -> op.createIndex("account", index("email").unique().using("hash").named("x"))),
        entry(
            "ordered gin index",
            op -> op.createIndex("account", index(desc("email")).using("GIN").named("x"))),
        entry(
            "gin index with a place for NULLs",
            op ->
                op.createIndex("account", index(asc("email").nullsLast()).using("gin").named("x"))),
        entry(
            "hash index over two columns",
            op -> op.createIndex("account", index("email", "age").using("hash"))),
        entry(
            "gin index with further columns",
            op ->
                op.createIndex(
                    "account", index("email").using("gin").including("age").named("x"))));
  }
}
