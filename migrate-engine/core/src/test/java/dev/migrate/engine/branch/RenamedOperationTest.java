package dev.migrate.engine.branch;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The same operation after another branch renamed what it works on. */
class RenamedOperationTest {

  private static Operation recorded(Consumer<Operations> body) {
    return Recording.of(Revision.of(Lineage.of("one").root(), body)).upgrade().get(0);
  }

  private static void requireAfter(
      Consumer<Operations> rename, Consumer<Operations> own, Consumer<Operations> expected) {
    assertThat(RenamedOperation.after(recorded(rename), recorded(own)))
        .isEqualTo(recorded(expected));
  }

  @Test
  void whatBelongsToATableFollowsIt() {
    Consumer<Operations> rename = op -> op.renameTable("s.old", "new");
    requireAfter(rename, op -> op.dropTable("s.old"), op -> op.dropTable("s.new"));
    requireAfter(rename, op -> op.dropTable("old"), op -> op.dropTable("old"));
    requireAfter(
        rename, op -> op.renameTable("s.old", "other"), op -> op.renameTable("s.new", "other"));
    requireAfter(
        rename,
        op -> op.addColumn("s.old", column("a", text())),
        op -> op.addColumn("s.new", column("a", text())));
    requireAfter(
        rename,
        op -> op.alterColumn("s.old", "a", notNull()),
        op -> op.alterColumn("s.new", "a", notNull()));
    requireAfter(rename, op -> op.dropColumn("s.old", "a"), op -> op.dropColumn("s.new", "a"));
    requireAfter(
        rename,
        op -> op.dropIndexConcurrently("s.old", "i"),
        op -> op.dropIndexConcurrently("s.new", "i"));
    requireAfter(
        rename,
        op -> op.commentOnTable("s.old", comment("x")),
        op -> op.commentOnTable("s.new", comment("x")));
    requireAfter(
        rename,
        op -> op.setTableOption("s.old", tableOption(SQLITE, "STRICT")),
        op -> op.setTableOption("s.new", tableOption(SQLITE, "STRICT")));
  }

  @Test
  void whatNamesAColumnFollowsIt() {
    Consumer<Operations> rename = op -> op.renameColumn("t", "a", "b");
    requireAfter(rename, op -> op.dropColumn("t", "a"), op -> op.dropColumn("t", "b"));
    requireAfter(rename, op -> op.dropColumn("u", "a"), op -> op.dropColumn("u", "a"));
    requireAfter(
        rename, op -> op.renameColumn("t", "a", "c"), op -> op.renameColumn("t", "b", "c"));
    requireAfter(
        rename,
        op -> op.addUnique("t", unique("a", "x").named("u")),
        op -> op.addUnique("t", unique("b", "x").named("u")));
    requireAfter(
        rename,
        op -> op.createIndex("t", index("a").named("i")),
        op -> op.createIndex("t", index("b").named("i")));
  }

  @Test
  void whatIsRenamedItselfIsKnownByItsNewName() {
    requireAfter(
        op -> op.renameIndex("t", "i", "j"),
        op -> op.dropIndex("t", "i"),
        op -> op.dropIndex("t", "j"));
    requireAfter(
        op -> op.renameConstraint("t", "c", "d"),
        op -> op.dropConstraint("t", "c"),
        op -> op.dropConstraint("t", "d"));
    requireAfter(op -> op.renameView("v", "w"), op -> op.dropView("v"), op -> op.dropView("w"));
    requireAfter(
        op -> op.renameEnumType("e", "f"),
        op -> op.addEnumValue("e", "x"),
        op -> op.addEnumValue("f", "x"));
  }

  @Test
  void whatIsInASchemaFollowsIt() {
    Consumer<Operations> rename = op -> op.renameSchema("s", "r");
    requireAfter(rename, op -> op.dropSequence("s.q"), op -> op.dropSequence("r.q"));
    requireAfter(rename, op -> op.dropColumn("s.t", "a"), op -> op.dropColumn("r.t", "a"));
    requireAfter(rename, op -> op.dropSchema("s"), op -> op.dropSchema("r"));
    requireAfter(rename, op -> op.dropSequence("q"), op -> op.dropSequence("q"));
  }

  @Test
  void otherOperationsRenameNothing() {
    requireAfter(
        op -> op.dropColumn("t", "b"),
        op -> op.dropColumn("t", "a"),
        op -> op.dropColumn("t", "a"));
  }
}
