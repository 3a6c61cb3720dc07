package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Databases that others made, with what is special to SQLite. */
final class SqliteAdoptions {

  private static final String WORDS =
      "SELECT name, sql FROM sqlite_schema WHERE name IN ('t', 'v', 'ix') ORDER BY name";

  private SqliteAdoptions() {}

  static List<String> trigger(String name, String table) {
    return List.of("CREATE TRIGGER " + name + " AFTER INSERT ON " + table + " BEGIN SELECT 1; END");
  }

  static Stream<Adopted> adopted() {
    Consumer<Operations> widened = op -> op.alterColumn("t", "n", type(bigint()));
    Consumer<Operations> declared =
        op ->
            op.createTable(
                "t",
                column("id", integer()),
                column("mail", text()).notNull(),
                column("n", integer()),
                primaryKey("id"));
    return Stream.of(
        new Adopted(
            "constraints that no revision declared",
            List.of(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE NOT NULL"
                    + " DEFAULT 'x' UNIQUE, qty INTEGER CHECK (qty > 0),"
                    + " p INTEGER REFERENCES p (id))"),
            op -> {
              op.createTable("p", column("id", integer()), primaryKey("id"));
              op.createTable(
                  "t",
                  column("id", integer()),
                  column("code", text()).notNull(),
                  column("qty", integer()),
                  column("p", integer()),
                  primaryKey("id"));
            },
            op -> op.alterColumn("t", "qty", type(bigint())),
            WORDS),
        new Adopted(
            "unique constraint with a collation",
            List.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, n INTEGER,"
                    + " UNIQUE (mail COLLATE NOCASE))"),
            op ->
                op.createTable(
                    "t",
                    column("id", integer()),
                    column("mail", text()).notNull(),
                    column("n", integer()),
                    primaryKey("id"),
                    unique("mail")),
            widened,
            WORDS),
        new Adopted(
            "column that resolves its conflicts",
            List.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT NOT NULL ON CONFLICT IGNORE,"
                    + " n INTEGER)"),
            declared,
            widened,
            WORDS),
        new Adopted(
            "index with a collation, in another order, renamed",
            List.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, n INTEGER)",
                "CREATE INDEX ix ON t (mail COLLATE NOCASE DESC)"),
            op -> {
              declared.accept(op);
              op.createIndex("t", index("mail").named("ix"));
            },
            op -> op.renameIndex("t", "ix", "ix_mail"),
            WORDS),
        new Adopted(
            "view with another query, renamed",
            List.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, n INTEGER)",
                "CREATE VIEW v AS SELECT id FROM t WHERE n > 3"),
            op -> {
              declared.accept(op);
              op.createView("v", view("SELECT id FROM t").reads("t"));
            },
            op -> op.renameView("v", "w"),
            WORDS));
  }
}
