package dev.migrate.testkit.dialect.branch;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a branch may do on the {@link BranchGround}: operations of every kind, on few objects. */
public final class BranchMoves {

  /**
   * One thing that a branch does.
   *
   * @param name the kind of operation, and on what
   * @param body records it
   */
  public record Move(String name, Consumer<Operations> body) {

    String kind() {
      return name.substring(0, name.indexOf(':'));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Move> moves = new ArrayList<>();

  public static List<Move> all() {
    BranchMoves moves = new BranchMoves();
    moves.onTables();
    moves.onColumns();
    moves.onConstraints();
    moves.onIndexes();
    moves.onOthers();
    moves.onRows();
    moves.rawSql();
    return List.copyOf(moves.moves);
  }

  private void add(String name, Consumer<Operations> body) {
    moves.add(new Move(name, body));
  }

  private void onTables() {
    add("create table: plain", op -> op.createTable("extra", column("id", integer())));
    add(
        "create table: same name, other columns",
        op -> op.createTable("extra", column("id", bigint()), column("x", varchar(9))));
    add(
        "create table: refers to team",
        op ->
            op.createTable(
                "song", column("team", integer()), foreignKey("team").references("team")));
    add(
        "create table: refers to person.code",
        op ->
            op.createTable(
                "card",
                column("code", varchar(10)),
                foreignKey("code").references("person", "code")));
    add(
        "create table: takes the name of an index",
        op -> op.createTable("ix_new", column("id", integer())));
    add(
        "create table: with identity",
        op -> op.createTable("coin", column("id", bigint()).identity(), primaryKey("id")));
    add(
        "create table: with enum and sequence",
        op ->
            op.createTable(
                "thing",
                column("mood", enumType("mood")).defaultTo("sad"),
                column("no", bigint()).defaultTo(nextValue("spare"))));
    add("drop table: pair", op -> op.dropTable("pair"));
    add("drop table: badge", op -> op.dropTable("badge"));
    add("drop table: log", op -> op.dropTable("log"));
    add("rename table: pair to couple", op -> op.renameTable("pair", "couple"));
    add("rename table: pair to extra", op -> op.renameTable("pair", "extra"));
    add("rename table: person to human", op -> op.renameTable("person", "human"));
    add("rename table: badge to tag", op -> op.renameTable("badge", "tag"));
    add("comment on table: team", op -> op.commentOnTable("team", comment("x")));
    add("comment on table: team, otherwise", op -> op.commentOnTable("team", noComment()));
    add("comment on table: pair", op -> op.commentOnTable("pair", comment("x")));
  }

  private void onColumns() {
    add("add column: pair.c", op -> op.addColumn("pair", column("c", integer())));
    add("add column: pair.c as text", op -> op.addColumn("pair", column("c", varchar(9))));
    add(
        "add column: pair.d with default",
        op -> op.addColumn("pair", column("d", integer()).defaultTo(7)));
    add("add column: person.email", op -> op.addColumn("person", column("email", varchar(99))));
    add(
        "add column: person.rank not null with default",
        op -> op.addColumn("person", column("rank_no", integer()).notNull().defaultTo(1)));
    add(
        "add column: team.code not null",
        op -> op.addColumn("team", column("code", integer()).notNull()));
    add(
        "add column: team.made computed",
        op -> op.addColumn("team", column("made", varchar(80)).storedAs("upper(name)")));
    add(
        "add column: team.at by the clock",
        op -> op.addColumn("team", column("since", timestamp()).defaultTo(currentTimestamp())));
    add(
        "add column: badge.mood",
        op -> op.addColumn("badge", column("mood", enumType("mood")).defaultTo("ok")));
    add(
        "add column: badge.no from sequence",
        op -> op.addColumn("badge", column("no", bigint()).defaultTo(nextValue("spare"))));
    add(
        "add column: person.username",
        op -> op.addColumn("person", column("full_name", varchar(9))));
    add("drop column: pair.a", op -> op.dropColumn("pair", "a"));
    add("drop column: pair.b", op -> op.dropColumn("pair", "b"));
    add("drop column: three.x", op -> op.dropColumn("three", "x"));
    add("drop column: three.y", op -> op.dropColumn("three", "y"));
    add("drop column: three.z", op -> op.dropColumn("three", "z"));
    add("drop column: person.mood", op -> op.dropColumn("person", "mood"));
    add("drop column: team.city", op -> op.dropColumn("team", "city"));
    add("drop column: log.no", op -> op.dropColumn("log", "no"));
    add(
        "rename column: person.name to full_name",
        op -> op.renameColumn("person", "name", "full_name"));
    add("rename column: person.name to login", op -> op.renameColumn("person", "name", "login"));
    add(
        "rename column: person.code to key_code",
        op -> op.renameColumn("person", "code", "key_code"));
    add("rename column: pair.a to c", op -> op.renameColumn("pair", "a", "c"));
    add("rename column: team.name to title", op -> op.renameColumn("team", "name", "title"));
    add("rename column: badge.team to team_no", op -> op.renameColumn("badge", "team", "team_no"));
    add("alter column type: pair.a", op -> op.alterColumn("pair", "a", type(bigint())));
    add("alter column type: pair.b to text", op -> op.alterColumn("pair", "b", type(varchar(20))));
    add(
        "alter column type: person.name",
        op -> op.alterColumn("person", "name", type(varchar(50))));
    add(
        "alter column type: team.name narrowed",
        op -> op.alterColumn("team", "name", type(varchar(2))));
    add("alter column type: badge.code", op -> op.alterColumn("badge", "code", type(varchar(30))));
    add("alter column nullability: pair.a not null", op -> op.alterColumn("pair", "a", notNull()));
    add(
        "alter column nullability: badge.team not null",
        op -> op.alterColumn("badge", "team", notNull()));
    add("alter column nullability: pair.b not null", op -> op.alterColumn("pair", "b", notNull()));
    add(
        "alter column nullability: person.team_id not null",
        op -> op.alterColumn("person", "team_id", notNull()));
    add(
        "alter column nullability: person.code null",
        op -> op.alterColumn("person", "code", nullable()));
    add("alter column default: person.age", op -> op.alterColumn("person", "age", defaultTo(1)));
    add(
        "alter column default: person.age, otherwise",
        op -> op.alterColumn("person", "age", noDefault()));
    add(
        "alter column default: person.mood",
        op -> op.alterColumn("person", "mood", defaultTo("sad")));
    add("alter column default: pair.b", op -> op.alterColumn("pair", "b", defaultTo(1)));
    add(
        "alter column default: badge.team from sequence",
        op -> op.alterColumn("log", "no", noDefault()));
    add("alter column comment: pair.a", op -> op.alterColumn("pair", "a", comment("first")));
    add("alter column comment: person.name", op -> op.alterColumn("person", "name", comment("n")));
  }

  private void onConstraints() {
    add("add primary key: pair.b", op -> op.addPrimaryKey("pair", primaryKey("b")));
    add("add primary key: three.x", op -> op.addPrimaryKey("three", primaryKey("x")));
    add("add primary key: badge.code", op -> op.addPrimaryKey("badge", primaryKey("code")));
    add(
        "add primary key: three.y",
        op -> op.addPrimaryKey("three", primaryKey("y").named("pk_other")));
    add("add unique: team.name", op -> op.addUnique("team", unique("name")));
    add("add unique: team.city", op -> op.addUnique("team", unique("city").named("uq_same")));
    add("add unique: badge.code", op -> op.addUnique("badge", unique("code")));
    add("add unique: person.name", op -> op.addUnique("person", unique("name").named("uq_same")));
    add(
        "add foreign key: badge.team",
        op -> op.addForeignKey("badge", foreignKey("team").references("team")));
    add(
        "add foreign key: badge.team cascading",
        op ->
            op.addForeignKey(
                "badge",
                foreignKey("team").references("team").onDelete(CASCADE).named("fk_other")));
    add(
        "add foreign key: badge.code",
        op -> op.addForeignKey("badge", foreignKey("code").references("person", "code")));
    add(
        "add foreign key: pair.a",
        op -> op.addForeignKey("pair", foreignKey("a").references("team")));
    add("add check: pair", op -> op.addCheck("pair", check("a > 0")));
    add("add check: pair, violated", op -> op.addCheck("pair", check("b < 3")));
    add("add check: person.age", op -> op.addCheck("person", check("age < 99")));
    add("add check: team, same name", op -> op.addCheck("team", check("id > 0").named("ck_same")));
    add("add check: pair, same name", op -> op.addCheck("pair", check("b > 0").named("ck_same")));
    add("add check: team.id", op -> op.addCheck("team", check("id < 8").named("ck_id")));
    add("drop constraint: uq_k", op -> op.dropConstraint("depot", "uq_k"));
    addUnvalidated();
    add("drop constraint: uq_code", op -> op.dropConstraint("person", "uq_code"));
    add(
        "drop constraint: fk_person_team_id",
        op -> op.dropConstraint("person", "fk_person_team_id"));
    add("drop constraint: ck_age", op -> op.dropConstraint("person", "ck_age"));
    add("drop constraint: pk_log", op -> op.dropConstraint("log", "pk_log"));
    add("rename constraint: ck_age", op -> op.renameConstraint("person", "ck_age", "ck_years"));
    add(
        "rename constraint: ck_age, otherwise",
        op -> op.renameConstraint("person", "ck_age", "ck_same"));
  }

  private void addUnvalidated() {
    add(
        "add check: person.age, not valid",
        op -> op.addCheck("person", check("age < 120").named("ck_new").notValid()));
    add(
        "add check: pair, not valid and violated",
        op -> op.addCheck("pair", check("b < 3").named("ck_new").notValid()));
    add(
        "add foreign key: badge.team, not valid",
        op ->
            op.addForeignKey(
                "badge",
                foreignKey("team")
                    .references("team")
                    .onDelete(SET_NULL)
                    .named("fk_late")
                    .notValid()));
    add("validate constraint: ck_late", op -> op.validateConstraint("person", "ck_late"));
    add(
        "validate constraint: a new foreign key of pair",
        op -> {
          op.addForeignKey(
              "pair", foreignKey("b").references("person").named("fk_late").notValid());
          op.validateConstraint("pair", "fk_late");
        });
    add("drop constraint: ck_late", op -> op.dropConstraint("person", "ck_late"));
    add("rename constraint: ck_late", op -> op.renameConstraint("person", "ck_late", "ck_soon"));
  }

  private void onIndexes() {
    add("create index: pair.a", op -> op.createIndex("pair", index("a")));
    add("create index: pair.a, b", op -> op.createIndex("pair", index("a", "b")));
    add("create index: team.name", op -> op.createIndex("team", index("name").named("ix_new")));
    add(
        "create index: person.name, same name",
        op -> op.createIndex("person", index("name").named("ix_new")));
    add("create index: unique badge.code", op -> op.createIndex("badge", index("code").unique()));
    add("create index: unique pair.a", op -> op.createIndex("pair", index("a").unique()));
    add(
        "create index: unique team.city",
        op -> op.createIndex("team", index("city").unique().named("ux_city")));
    add(
        "create index: three.z, with the name of another",
        op -> op.createIndex("three", index("z").named("ix_team_name")));
    add("create index: badge.team", op -> op.createIndex("badge", index("team")));
    add("create index: person.age", op -> op.createIndex("person", index("age")));
    add(
        "create index concurrently: person.age",
        op -> op.createIndexConcurrently("person", index("age").named("ix_age")));
    add(
        "create index concurrently: unique team.name",
        op -> op.createIndexConcurrently("team", index("name").unique().named("ix_new")));
    add("drop index concurrently: ix_team", op -> op.dropIndexConcurrently("person", "ix_team"));
    add("drop index: ix_team", op -> op.dropIndex("person", "ix_team"));
    add("drop index: ix_team_name", op -> op.dropIndex("person", "ix_team_name"));
    add("drop index: ux_code", op -> op.dropIndex("person", "ux_code"));
    add("drop index: ux_k", op -> op.dropIndex("depot", "ux_k"));
    add("rename index: ix_team", op -> op.renameIndex("person", "ix_team", "ix_first"));
    add("rename index: ix_team, otherwise", op -> op.renameIndex("person", "ix_team", "ix_second"));
    add("rename index: ix_team_name", op -> op.renameIndex("person", "ix_team_name", "ix_new"));
  }

  private void onOthers() {
    add("create sequence: counter", op -> op.createSequence("counter"));
    add("create sequence: extra", op -> op.createSequence("extra"));
    add("alter sequence: ticket", op -> op.alterSequence("ticket", incrementedBy(10)));
    add("alter sequence: ticket, start", op -> op.alterSequence("ticket", startingAt(100)));
    add("alter sequence: spare", op -> op.alterSequence("spare", incrementedBy(2), cycling()));
    add("rename sequence: spare", op -> op.renameSequence("spare", "unused"));
    add("drop sequence: spare", op -> op.dropSequence("spare"));
    add(
        "create view: of team",
        op -> op.createView("teams", view("SELECT * FROM team").reads("team")));
    add(
        "create view: of pair.a",
        op -> op.createView("firsts", view("SELECT a FROM pair").reads("pair", "a")));
    add(
        "create view: of person.name",
        op -> op.createView("names", view("SELECT name FROM person").reads("person", "name")));
    add("drop view: who", op -> op.dropView("who"));
    add("rename view: who", op -> op.renameView("who", "whom"));
    add("create enum type: size", op -> op.createEnumType("size_of", "s", "m"));
    add("rename enum type: mood", op -> op.renameEnumType("mood", "feeling"));
    add("add enum value: mood", op -> op.addEnumValue("mood", "fine"));
    add("add enum value: mood, another", op -> op.addEnumValue("mood", "good"));
    add("rename enum value: mood to fine", op -> op.renameEnumValue("mood", "sad", "fine"));
    add("rename enum value: mood", op -> op.renameEnumValue("mood", "sad", "low"));
    add("create schema: side", op -> op.createSchema("side"));
  }

  private void onRows() {
    add("insert rows: team 7", op -> op.insert("team", columns("id", "name"), row(7, "blue")));
    add(
        "insert rows: team 8",
        op -> op.insert("team", columns("id", "name", "city"), row(8, "red", "A")));
    add("insert rows: team 7 once more", op -> op.insert("team", columns("id"), row(7)));
    add("insert rows: pair", op -> op.insert("pair", columns("a", "b"), row(7, 7)));
    add("insert rows: pair.a alone", op -> op.insert("pair", columns("a"), row(8)));
    add("insert rows: log", op -> op.insert("log", columns("note"), row("x")));
    add("insert rows: log once more", op -> op.insert("log", columns("note"), row("y")));
    add(
        "insert rows: person",
        op -> op.insert("person", columns("id", "team_id", "code"), row(9, 1, "c9")));
    add("insert rows: badge", op -> op.insert("badge", columns("code", "team"), row("c7", 7)));
    add(
        "update rows: team.name",
        op -> op.update("team", set("name", "green").where("id", 2).needsNoUndo()));
    add(
        "update rows: team.city",
        op -> op.update("team", set("city", "B").inEveryRow().needsNoUndo()));
    add("update rows: pair.a", op -> op.update("pair", set("a", 5).where("b", 2).needsNoUndo()));
    add("update rows: pair.b", op -> op.update("pair", set("b", 9).where("a", 1).needsNoUndo()));
    add(
        "update rows: person.age",
        op -> op.update("person", set("age", 130).inEveryRow().needsNoUndo()));
    add(
        "update rows: person.team_id",
        op -> op.update("person", set("team_id", 1).where("id", 3).needsNoUndo()));
    add("delete rows: team 2", op -> op.delete("team", columns("id"), row(2)));
    add("delete rows: pair", op -> op.delete("pair", columns("a", "b"), row(null, 3)));
    add("delete rows: badge", op -> op.delete("badge", columns("code"), row("c1")));
    add("delete rows: person 2", op -> op.delete("person", columns("id"), row(2)));
  }

  private void rawSql() {
    add(
        "execute sql: copies team.name to badge.code",
        op ->
            op.execute(
                sql("UPDATE badge SET code = 'c3' WHERE team = 2")
                    .reads("badge", "team")
                    .writes("badge", "code")
                    .needsNoUndo()));
    add(
        "execute sql: inserts from team",
        op ->
            op.execute(
                sql("INSERT INTO pair (a, b) SELECT id, id FROM team")
                    .reads("team", "id")
                    .writes("pair")
                    .needsNoUndo()));
    add(
        "execute sql: creates a table",
        op ->
            op.execute(
                sql("CREATE TABLE extra (id INTEGER)")
                    .means(o -> o.createTable("extra", column("id", integer())))));
  }
}
