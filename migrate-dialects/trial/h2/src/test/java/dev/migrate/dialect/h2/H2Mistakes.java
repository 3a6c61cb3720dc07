package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static java.util.Map.entry;

import dev.migrate.Ddl;
import dev.migrate.Operations;
import java.util.Map;
import java.util.function.Consumer;

/** What only H2 refuses. */
final class H2Mistakes {

  private H2Mistakes() {}

  static Map<String, Consumer<Operations>> all() {
    return Map.ofEntries(
        entry(
            "collation of a column",
            op -> op.addColumn("account", column("n", Ddl.varchar(9)).collate("de_DE"))),
        entry(
            "column that is computed when read",
            op -> op.addColumn("account", column("n", integer()).virtualAs("age + 1"))),
        entry("partial index", op -> op.createIndex("account", Ddl.index("age").where("age > 0"))),
        entry(
            "check twice",
            op -> {
              op.addCheck("account", check("age > 0").named("ck"));
              op.addCheck("account", check("age > 1").named("ck"));
            }),
        entry("serial", op -> op.addColumn("account", column("n", nativeType("BigSerial")))),
        entry("identity type", op -> op.addColumn("account", column("n", nativeType("identity")))),
        entry(
            "a native type that makes an identity",
            op -> op.addColumn("account", column("n", nativeType("int auto_increment")))),
        entry("labels in another case", op -> op.createEnumType("mood", "I", "i")),
        entry("a blank label", op -> op.createEnumType("mood", "a", " ")),
        entry(
            "a label in another case",
            op -> {
              op.createEnumType("mood", "a", "b");
              op.addEnumValue("mood", "A");
            }),
        entry(
            "a label renamed to one in another case",
            op -> {
              op.createEnumType("mood", "a", "b");
              op.addColumn("account", column("m", enumType("mood")));
              op.renameEnumValue("mood", "b", "A ");
            }),
        entry(
            "index on a large object",
            op -> {
              op.addColumn("account", column("n", text()));
              op.createIndex("account", Ddl.index("n"));
            }),
        entry(
            "key on a large object",
            op -> {
              op.addColumn("account", column("n", nativeType("nclob")));
              op.addUnique("account", unique("n"));
            }),
        entry(
            "table with a key on a large object",
            op -> op.createTable("t", column("n", blob()), primaryKey("n"))),
        entry(
            "column of an index that becomes a large object",
            op -> op.alterColumn("account", "email", type(text()))));
  }
}
