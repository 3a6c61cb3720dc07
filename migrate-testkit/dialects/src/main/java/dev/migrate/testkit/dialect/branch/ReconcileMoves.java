package dev.migrate.testkit.dialect.branch;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Changes of the schema on the {@link BranchGround}, each with what takes it back. */
public final class ReconcileMoves {

  /**
   * A change.
   *
   * @param name what it does
   * @param does records it
   * @param undoes records what takes it back
   */
  public record Change(String name, Consumer<Operations> does, Consumer<Operations> undoes) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Change> changes = new ArrayList<>();

  public static List<Change> all() {
    ReconcileMoves moves = new ReconcileMoves();
    moves.names();
    moves.columns();
    moves.attributes();
    moves.parts();
    return List.copyOf(moves.changes);
  }

  private void add(String name, Consumer<Operations> does, Consumer<Operations> undoes) {
    changes.add(new Change(name, does, undoes));
  }

  private void names() {
    for (String name : List.of("full_name", "login")) {
      add(
          "person.name becomes " + name,
          op -> op.renameColumn("person", "name", name),
          op -> op.renameColumn("person", name, "name"));
    }
    for (String name : List.of("couple", "extra")) {
      add(
          "pair becomes " + name,
          op -> op.renameTable("pair", name),
          op -> op.renameTable(name, "pair"));
    }
    add(
        "pair.a becomes c",
        op -> op.renameColumn("pair", "a", "c"),
        op -> op.renameColumn("pair", "c", "a"));
    for (String name : List.of("ix_first", "ix_second")) {
      add(
          "ix_team becomes " + name,
          op -> op.renameIndex("person", "ix_team", name),
          op -> op.renameIndex("person", name, "ix_team"));
    }
    for (String name : List.of("ck_years", "ck_life")) {
      add(
          "ck_age becomes " + name,
          op -> op.renameConstraint("person", "ck_age", name),
          op -> op.renameConstraint("person", name, "ck_age"));
    }
    for (String name : List.of("whom", "whose")) {
      add(
          "view who becomes " + name,
          op -> op.renameView("who", name),
          op -> op.renameView(name, "who"));
    }
  }

  private void columns() {
    add(
        "pair gets c",
        op -> op.addColumn("pair", column("c", integer())),
        op -> op.dropColumn("pair", "c"));
    add(
        "pair gets c as text",
        op -> op.addColumn("pair", column("c", varchar(9)).defaultTo("x")),
        op -> op.dropColumn("pair", "c"));
    add(
        "person gets login",
        op -> op.addColumn("person", column("login", varchar(20))),
        op -> op.dropColumn("person", "login"));
    add(
        "pair loses a",
        op -> op.dropColumn("pair", "a"),
        op -> op.addColumn("pair", column("a", integer())));
    add(
        "team loses city",
        op -> op.dropColumn("team", "city"),
        op -> op.addColumn("team", column("city", varchar(40))));
    add(
        "extra is made",
        op -> op.createTable("extra", column("id", integer())),
        op -> op.dropTable("extra"));
    add(
        "extra is made otherwise",
        op -> op.createTable("extra", column("id", bigint()), column("x", varchar(9))),
        op -> op.dropTable("extra"));
    add(
        "pair goes",
        op -> op.dropTable("pair"),
        op -> op.createTable("pair", column("a", integer()), column("b", integer())));
    add(
        "view who goes",
        op -> op.dropView("who"),
        op -> op.createView("who", view("SELECT id FROM team").reads("team", "id")));
  }

  private void attributes() {
    for (int length : new int[] {50, 60}) {
      add(
          "person.name takes " + length,
          op -> op.alterColumn("person", "name", type(varchar(length))),
          op -> op.alterColumn("person", "name", type(varchar(40))));
      add(
          "team.city takes " + length,
          op -> op.alterColumn("team", "city", type(varchar(length))),
          op -> op.alterColumn("team", "city", type(varchar(40))));
    }
    add(
        "pair.a is bigger",
        op -> op.alterColumn("pair", "a", type(bigint())),
        op -> op.alterColumn("pair", "a", type(integer())));
    for (int value : new int[] {1, 2}) {
      add(
          "person.age is " + value,
          op -> op.alterColumn("person", "age", defaultTo(value)),
          op -> op.alterColumn("person", "age", defaultTo(0)));
      add(
          "pair.a is " + value,
          op -> op.alterColumn("pair", "a", defaultTo(value)),
          op -> op.alterColumn("pair", "a", noDefault()));
    }
    add(
        "pair.b must be there",
        op -> op.alterColumn("pair", "b", notNull()),
        op -> op.alterColumn("pair", "b", nullable()));
    for (String text : List.of("one", "other")) {
      add(
          "pair is described as " + text,
          op -> op.commentOnTable("pair", comment(text)),
          op -> op.commentOnTable("pair", noComment()));
      add(
          "pair.a is described as " + text,
          op -> op.alterColumn("pair", "a", comment(text)),
          op -> op.alterColumn("pair", "a", noComment()));
    }
  }

  private void parts() {
    add(
        "index of pair.a",
        op -> op.createIndex("pair", index("a").named("ix_new")),
        op -> op.dropIndex("pair", "ix_new"));
    add(
        "index of pair.b, same name",
        op -> op.createIndex("pair", index("b").named("ix_new")),
        op -> op.dropIndex("pair", "ix_new"));
    add(
        "ix_team_name goes",
        op -> op.dropIndex("person", "ix_team_name"),
        op -> op.createIndex("person", index("team_id", "name").named("ix_team_name")));
    add(
        "pair.b is unique",
        op -> op.addUnique("pair", unique("b").named("uq_new")),
        op -> op.dropConstraint("pair", "uq_new"));
    add(
        "pair.b is checked",
        op -> op.addCheck("pair", check("b > 0").named("ck_new")),
        op -> op.dropConstraint("pair", "ck_new"));
    add(
        "pair.b is checked otherwise",
        op -> op.addCheck("pair", check("b > -1").named("ck_new")),
        op -> op.dropConstraint("pair", "ck_new"));
    add(
        "ck_age goes",
        op -> op.dropConstraint("person", "ck_age"),
        op -> op.addCheck("person", check("age > -9").named("ck_age")));
    add(
        "pair.a refers to team",
        op -> op.addForeignKey("pair", foreignKey("a").references("team").named("fk_new")),
        op -> op.dropConstraint("pair", "fk_new"));
    for (String name : List.of("feeling", "humour")) {
      add(
          "mood becomes " + name,
          op -> op.renameEnumType("mood", name),
          op -> op.renameEnumType(name, "mood"));
      add(
          "sad becomes " + name,
          op -> op.renameEnumValue("mood", "sad", name),
          op -> op.renameEnumValue("mood", name, "sad"));
    }
  }
}
