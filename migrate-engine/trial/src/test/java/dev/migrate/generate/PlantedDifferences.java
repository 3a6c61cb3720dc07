package dev.migrate.generate;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One change for every attribute that a schema has, on a schema that has room for each. */
final class PlantedDifferences {

  private final Map<String, Consumer<Operations>> changes = new LinkedHashMap<>();

  private PlantedDifferences() {}

  /** The tables; what only some databases have is apart. */
  static void tables(Operations op) {
    op.createTable(
        "place",
        column("id", integer()).notNull(),
        column("code", integer()).notNull(),
        column("zone", integer()).notNull(),
        primaryKey("id"),
        unique("code").named("place_code"),
        unique("zone").named("place_zone"));
    op.createTable(
        "site",
        column("id", integer()).notNull(),
        column("code", integer()).notNull(),
        primaryKey("id"),
        unique("code").named("site_code"));
    op.createTable(
        "item",
        column("id", bigint()).identity(),
        column("a", varchar(20)),
        column("b", integer()),
        column("c", integer()).defaultTo(1),
        column("d", integer()).storedAs("b * 2"),
        column("place", integer()),
        column("other", integer()),
        primaryKey("id"),
        unique("a").named("item_a"),
        check("b > 0").named("item_b"),
        foreignKey("place").references("place", "code").named("item_place"),
        index("b").named("item_index"));
    op.createView("items", view("SELECT id FROM item").reads("item"));
  }

  static void enumTypes(Operations op) {
    op.createEnumType("mood", "good", "bad");
    op.createTable("state", column("mood", enumType("mood")));
  }

  static void sequences(Operations op) {
    op.createSequence(sequence("number").startingAt(10).minimum(1).maximum(1000));
  }

  /** The changes by the attribute that differs then. */
  static Map<String, Consumer<Operations>> changes(String collation) {
    PlantedDifferences planted = new PlantedDifferences();
    planted.columns();
    planted.changes.put(
        "column item.a: collation", op -> op.alterColumn("item", "a", collation(collation)));
    planted.keys();
    planted.foreignKeys();
    planted.rest();
    planted.objects();
    return planted.changes;
  }

  private void columns() {
    changes.put("column item.a: type", op -> op.alterColumn("item", "a", type(varchar(30))));
    changes.put("column item.b: nullability", op -> op.alterColumn("item", "b", notNull()));
    changes.put("column item.c: default", op -> op.alterColumn("item", "c", defaultTo(2)));
    changes.put("column item.id: identity", op -> op.alterColumn("item", "id", noIdentity()));
    changes.put(
        "column item.d: computation",
        op -> {
          op.dropColumn("item", "d");
          op.addColumn("item", column("d", integer()).storedAs("b * 3"));
        });
    changes.put(
        "column item.a: comment", op -> op.alterColumn("item", "a", comment("it's; \"a\"")));
    changes.put("column item.e", op -> op.addColumn("item", column("e", integer())));
    changes.put("column item.other", op -> op.dropColumn("item", "other"));
  }

  private void keys() {
    changes.put(
        "constraint pk_site of table site: columns",
        op -> {
          op.dropConstraint("site", "pk_site");
          op.addPrimaryKey("site", primaryKey("id", "code"));
        });
    changes.put(
        "constraint pk_site of table site: deferrability",
        op -> {
          op.dropConstraint("site", "pk_site");
          op.addPrimaryKey("site", primaryKey("id").deferrable());
        });
    changes.put(
        "constraint pk_site of table site: included columns",
        op -> {
          op.dropConstraint("site", "pk_site");
          op.addPrimaryKey("site", primaryKey("id").including("code"));
        });
    another("columns", op -> op.addUnique("item", unique("c").named("item_a")));
    another(
        "nulls not distinct",
        op -> op.addUnique("item", unique("a").nullsNotDistinct().named("item_a")));
    another(
        "deferrability",
        op -> op.addUnique("item", unique("a").initiallyDeferred().named("item_a")));
    another(
        "included columns", op -> op.addUnique("item", unique("a").including("b").named("item_a")));
  }

  private void another(String attribute, Consumer<Operations> again) {
    changes.put(
        "constraint item_a of table item: " + attribute,
        op -> {
          op.dropConstraint("item", "item_a");
          again.accept(op);
        });
  }

  private void foreignKeys() {
    otherKey("columns", foreignKey("other").references("place", "code"));
    otherKey("target table", foreignKey("place").references("site", "code"));
    otherKey("target columns", foreignKey("place").references("place", "zone"));
    otherKey("match", foreignKey("place").references("place", "code").matchFull());
    otherKey("on delete", foreignKey("place").references("place", "code").onDelete(CASCADE));
    otherKey("on update", foreignKey("place").references("place", "code").onUpdate(CASCADE));
    otherKey(
        "columns set on delete",
        foreignKey("place").references("place", "code").onDelete(SET_NULL, "place"));
    otherKey("deferrability", foreignKey("place").references("place", "code").initiallyDeferred());
    otherKey("not valid", foreignKey("place").references("place", "code").notValid());
    otherKey("not enforced", foreignKey("place").references("place", "code").notEnforced());
  }

  private void otherKey(String attribute, ForeignKey key) {
    changes.put(
        "constraint item_place of table item: " + attribute,
        op -> {
          op.dropConstraint("item", "item_place");
          op.addForeignKey("item", key.named("item_place"));
        });
  }

  private void rest() {
    otherCheck("condition", check("b > 1"));
    otherCheck("at column", check("b > 0").atColumn("b"));
    otherCheck("not valid", check("b > 0").notValid());
    otherCheck("not enforced", check("b > 0").notEnforced());
    otherIndex("unique", index("b").unique());
    otherIndex("method", index("b").using("hash"));
    otherIndex("keys", index(desc("b")));
    otherIndex("included columns", index("b").including("c"));
    otherIndex("nulls not distinct", index("b").unique().nullsNotDistinct());
    otherIndex("condition", index("b").where("b > 5"));
    otherIndex("invisible", index("b").invisible());
  }

  private void otherCheck(String attribute, Check check) {
    changes.put(
        "constraint item_b of table item: " + attribute,
        op -> {
          op.dropConstraint("item", "item_b");
          op.addCheck("item", check.named("item_b"));
        });
  }

  private void otherIndex(String attribute, Index index) {
    changes.put(
        "index item_index of table item: " + attribute,
        op -> {
          op.dropIndex("item", "item_index");
          op.createIndex("item", index.named("item_index"));
        });
  }

  private void objects() {
    changes.put("table item: comment", op -> op.commentOnTable("item", comment("mine")));
    changes.put("table place", op -> op.renameTable("place", "places"));
    changes.put(
        "view items: query",
        op -> {
          op.dropView("items");
          op.createView("items", view("SELECT id FROM item WHERE id > 7").reads("item"));
        });
    changes.put("enum type mood: labels", op -> op.addEnumValue("mood", "new"));
    otherSequence("type", op -> op.alterSequence("number", valueType(integer())));
    otherSequence("start", op -> op.alterSequence("number", startingAt(11)));
    otherSequence("increment", op -> op.alterSequence("number", incrementedBy(2)));
    otherSequence("minimum", op -> op.alterSequence("number", minimum(2)));
    otherSequence("maximum", op -> op.alterSequence("number", maximum(2000)));
    otherSequence("cycles", op -> op.alterSequence("number", cycling()));
    otherSequence("cache", op -> op.alterSequence("number", cache(7)));
    otherSequence("owner", op -> op.setSequenceOwner("number", "item", "b"));
    changes.put(
        "table item: options",
        op -> {
          op.setTableOption("item", tableOption(SQLITE, "STRICT"));
          op.setTableOption("item", tableOption(MYSQL, "ROW_FORMAT=REDUNDANT"));
          op.setTableOption("item", tableOption(POSTGRESQL, "WITH (fillfactor=70)"));
        });
  }

  private void otherSequence(String attribute, Consumer<Operations> change) {
    changes.put("sequence number: " + attribute, change);
  }
}
