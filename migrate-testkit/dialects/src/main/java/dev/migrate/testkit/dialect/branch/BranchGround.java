package dev.migrate.testkit.dialect.branch;

import static dev.migrate.Ddl.CASCADE;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.comment;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;

/**
 * The fork from which branches start: small tables, several keys and indexes over the same columns,
 * and rows of which some violate what a branch may want to add.
 */
public final class BranchGround {

  private static final Lineage LINEAGE = Lineage.of("ground").root();

  /** The fork on databases that have sequences. */
  public static final Revision WITH_SEQUENCES = Revision.of(LINEAGE, op -> make(op, true));

  /** The fork on databases that have none. */
  public static final Revision WITHOUT_SEQUENCES = Revision.of(LINEAGE, op -> make(op, false));

  private BranchGround() {}

  private static void make(Operations op, boolean sequences) {
    op.createEnumType("mood", "ok", "sad");
    if (sequences) {
      op.createSequence("ticket");
      op.createSequence("spare");
    }
    op.createTable(
        "team",
        column("id", integer()),
        column("name", varchar(40)),
        column("city", varchar(40)),
        primaryKey("id"),
        comment("those who play"));
    op.createTable(
        "person",
        column("id", integer()),
        column("team_id", integer()),
        column("name", varchar(40)),
        column("age", integer()).defaultTo(0),
        column("code", varchar(10)).notNull(),
        column("mood", enumType("mood")).defaultTo("ok"),
        primaryKey("id"),
        unique("code").named("uq_code"),
        foreignKey("team_id").references("team").onDelete(CASCADE),
        check("age > -9").named("ck_age"),
        check("age < 150").named("ck_late").notValid(),
        index("team_id").named("ix_team"),
        index("team_id", "name").named("ix_team_name"));
    op.createIndex("person", index("code").unique().named("ux_code"));
    op.createTable("pair", column("a", integer()), column("b", integer()));
    op.createTable("three", column("x", integer()), column("y", integer()), column("z", integer()));
    op.createTable(
        "log",
        column("id", bigint()).identity(),
        column("note", varchar(40)).defaultTo("-"),
        sequences ? column("no", bigint()).defaultTo(nextValue("ticket")) : column("no", bigint()),
        primaryKey("id"));
    op.createTable("badge", column("code", varchar(10)), column("team", integer()));
    op.createTable("depot", column("k", integer()).notNull(), unique("k").named("uq_k"));
    op.createIndex("depot", index("k").unique().named("ux_k"));
    op.createTable(
        "cart", column("k", integer()), foreignKey("k").references("depot", "k").named("fk_k"));
    op.createView("who", view("SELECT id FROM team").reads("team", "id"));
    op.insert("team", columns("id", "name", "city"), row(1, "red", "A"), row(2, "red", null));
    op.insert(
        "person",
        columns("id", "team_id", "name", "age", "code", "mood"),
        row(1, 1, "ann", 5, "c1", "ok"),
        row(2, 2, null, -1, "c2", "sad"),
        row(3, null, "ann", null, "c3", "ok"));
    op.insert("pair", columns("a", "b"), row(1, 1), row(1, 2), row(null, 3));
    op.insert("three", columns("x", "y", "z"), row(1, 2, 3));
    op.insert("badge", columns("code", "team"), row("c1", 1), row("c2", 2));
  }
}
