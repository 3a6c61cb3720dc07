package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import java.util.Map;
import java.util.function.Consumer;

/** What only MySQL and MariaDB refuse. */
final class MysqlMistakes {

  private MysqlMistakes() {}

  static Map<String, Consumer<Operations>> all() {
    return Map.of(
        "list",
        op -> op.addColumn("account", column("n", array(integer()))),
        "nanoseconds",
        op -> op.addColumn("account", column("n", timestamp(9))),
        "identity without a key",
        op -> op.addColumn("account", column("n", bigint()).identity()),
        "collation of another database",
        op -> op.addColumn("account", column("n", varchar(9)).collate("de_DE")),
        "text as a key",
        op -> {
          op.addColumn("account", column("n", text()));
          op.createIndex("account", index("n"));
        },
        "partial index",
        op -> op.createIndex("account", index("age").where("age > 0")),
        "deferrable foreign key",
        op -> op.addForeignKey("account", foreignKey("id").references("account").deferrable()),
        "name that ends in a tab",
        op -> op.addColumn("account", column("n\t", integer())),
        "name of a file that is too long",
        op -> op.renameTable("account", "\u8868".repeat(51)),
        "another schema's name",
        op -> {
          op.createSchema("billing");
          op.renameSchema("billing", "Sales");
        });
  }
}
