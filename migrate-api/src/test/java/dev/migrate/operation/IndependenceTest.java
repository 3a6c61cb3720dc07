package dev.migrate.operation;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Which operations of two parallel branches conflict. Where they do not, both orders and the
 * undoing of one alone are folded as well.
 */
class IndependenceTest {

  private static final Schema SCHEMA = OperationSamples.SCHEMA;

  // ---- what real projects do in parallel all the time

  @Test
  void twoColumnsOfOneTableAreIndependent() {
    independent(
        op -> op.addColumn("genre", column("a", text())),
        op -> op.addColumn("genre", column("b", text()).notNull().defaultTo("x")));
    independent(
        op -> op.addColumn("genre", column("a", text()).notNull()),
        op -> op.addColumn("genre", column("b", text()).notNull()));
    independent(
        op -> op.dropColumn("post", "body"), op -> op.addColumn("post", column("b", text())));
  }

  @Test
  void twoIndexesAndTwoForeignKeysToOneTableAreIndependent() {
    independent(
        op -> op.createIndex("post", index("title")),
        op -> op.createIndex("post", index("title", "body")));
    independent(
        op -> op.addForeignKey("note", foreignKey("x").references("genre")),
        op ->
            op.createTable(
                "song", column("genre", integer()), foreignKey("genre").references("genre")));
  }

  @Test
  void aNewTableWithAForeignKeyIsIndependentOfRowsAndColumnsOfItsTarget() {
    Consumer<Operations> song =
        op ->
            op.createTable(
                "song", column("genre", integer()), foreignKey("genre").references("genre"));
    independent(song, op -> op.insert("genre", columns("id"), row(7)));
    independent(song, op -> op.addColumn("genre", column("hint", text())));
    independent(song, op -> op.createIndex("genre", index("name")));
  }

  @Test
  void differentThingsOfOneTableAreIndependent() {
    independent(
        op -> op.commentOnTable("genre", comment("x")),
        op -> op.alterColumn("genre", "name", comment("y")));
    independent(
        op -> op.addCheck("post", check("stars between 0 and 5")),
        op -> op.addColumn("post", column("c", text())));
    independent(
        op -> op.renameColumn("post", "body", "words"),
        op -> op.alterColumn("post", "stars", defaultTo(1)));
    independent(
        op -> op.renameConstraint("account", "ck_age", "ck_years"),
        op -> op.addColumn("account", column("c", text())));
    independent(
        op -> op.alterColumn("genre", "name", notNull()),
        op -> op.alterColumn("genre", "name", comment("x")));
  }

  // ---- columns, required columns, rows

  @Test
  void theSameColumnInAnyCaseIsAConflict() {
    conflict(
        "column genre.email",
        op -> op.addColumn("genre", column("email", text())),
        op -> op.addColumn("genre", column("Email", text())));
  }

  @Test
  void anInsertFightsARequiredColumnButNotAnotherOne() {
    Consumer<Operations> insert = op -> op.insert("genre", columns("id", "name"), row(9, "x"));
    conflict(
        "required columns genre",
        insert,
        op -> op.addColumn("genre", column("code", text()).notNull()));
    conflict(
        "rows genre",
        insert,
        op -> op.addColumn("genre", column("at", timestamp()).defaultTo(currentTimestamp())));
    independent(insert, op -> op.addColumn("genre", column("code", text())));
    independent(insert, op -> op.addColumn("genre", column("code", text()).defaultTo("x")));
    conflict("rows genre", insert, op -> op.alterColumn("genre", "name", notNull()));
    conflict("rows genre", insert, op -> op.addUnique("genre", unique("name")));
    conflict("rows genre", insert, op -> op.createIndex("genre", index("name").unique()));
    independent(insert, op -> op.createIndex("genre", index("name")));
  }

  @Test
  void anInsertDependsOnTheDefaultsOfWhatItDoesNotName() {
    Consumer<Operations> insert =
        op -> op.insert("post", columns("id", "author_id", "title"), row(1, 1, "x"));
    conflict("required columns post", insert, op -> op.alterColumn("post", "stars", noDefault()));
    independent(insert, op -> op.renameColumn("post", "stars", "points"));
    independent(insert, op -> op.dropColumn("post", "body"));
    conflict( // the sequence is used up, or is not
        "column billing.invoice.number",
        op -> op.insert("billing.invoice", columns("id", "total"), row(1, 1)),
        op -> op.dropColumn("billing.invoice", "number"));
  }

  @Test
  void anInsertDoesNotSeeADefaultThatAParallelBranchAddsAndChanges() {
    conflict(
        "required columns genre",
        op -> op.insert("genre", columns("id"), row(1)),
        op -> {
          op.addColumn("genre", column("c", integer()).defaultTo(1));
          op.alterColumn("genre", "c", defaultTo(2));
        });
  }

  @Test
  void insertsOfDifferentKeysAreIndependentAndOfTheSameKeyAConflict() {
    independent(insert(1), insert(2));
    conflict("row genre.[1]", insert(1), insert(1));
    conflict("row genre.[1]", insert(1), insert(1.0));
    conflict("row genre.[1]", insert(1), insert(1L));
  }

  private static Consumer<Operations> insert(Object id) {
    return op -> op.insert("genre", columns("id"), row(id));
  }

  @Test
  void textKeysAreComparedAsTheMostForgivingCollationDoes() {
    Consumer<Operations> table =
        op -> op.createTable("lang", column("code", varchar(9)), primaryKey("code"));
    for (String other : List.of("DE", "de ", "d\u00e9")) {
      conflictAfter(
          table,
          "row lang.[de]",
          op -> op.insert("lang", columns("code"), row("de")),
          op -> op.insert("lang", columns("code"), row(other)));
    }
    independentAfter(
        table,
        op -> op.insert("lang", columns("code"), row("de")),
        op -> op.insert("lang", columns("code"), row("fr")));
  }

  @Test
  void insertsThatAnythingElseCouldBringTogetherAreAConflict() {
    conflict( // the identity counts
        "rows billing.invoice",
        op -> op.insert("billing.invoice", columns("total"), row(1)),
        op -> op.insert("billing.invoice", columns("total"), row(2)));
    conflict( // the sequence of another column counts
        "counter ticket",
        op -> op.insert("billing.invoice", columns("id", "total"), row(1, 1)),
        op -> op.insert("billing.invoice", columns("id", "total"), row(2, 1)));
    conflict( // another unique constraint
        "rows account",
        op -> op.insert("account", columns("id", "login", "age"), row(1, "a", 1)),
        op -> op.insert("account", columns("id", "login", "age"), row(2, "a", 1)));
    conflictAfter( // another unique index
        op -> op.createIndex("genre", index(expression("lower(name)")).unique()),
        "rows genre",
        insert(1),
        insert(2));
    conflictAfter( // a key that a database may round
        op -> op.createTable("m", column("k", doublePrecision()), primaryKey("k")),
        "rows m",
        op -> op.insert("m", columns("k"), row(1)),
        op -> op.insert("m", columns("k"), row(2)));
    conflict( // the row of one may be the parent of the other
        "values account.id",
        op -> op.insert("account", columns("id", "login", "age"), row(1, "a", 1)),
        op -> op.insert("post", columns("id", "author_id", "title"), row(1, 1, "x")));
  }

  @Test
  void rowsOfWhichTheKeyIsNamedAreIndependentOfOthers() {
    Consumer<Operations> delete = op -> op.delete("genre", columns("id"), row(1));
    independent(delete, insert(2));
    conflict("row genre.[1]", delete, insert(1));
    independent(delete, op -> op.delete("genre", columns("id"), row(2)));
    conflict("row genre.[1]", delete, delete);
    Consumer<Operations> update = op -> op.update("genre", set("name", "x").where("id", 1));
    independent(update, insert(2));
    conflict("row genre.[1]", update, insert(1));
    conflict("row genre.[1]", update, delete);
    conflict("values genre.name", update, update);
    conflict("rows genre", delete, op -> op.update("genre", set("name", "x").inEveryRow()));
    conflict("rows genre", delete, op -> op.addUnique("genre", unique("name")));
    conflict("values genre.name", update, op -> op.addUnique("genre", unique("name")));
    conflict( // the key itself changes
        "rows genre", insert(2), op -> op.update("genre", set("id", 2).where("id", 1)));
    conflictAfter( // another key could forbid what the undoing inserts again
        op -> op.addUnique("genre", unique("name")),
        "rows genre",
        op -> op.delete("genre", columns("id", "name"), row(1, "x")),
        op -> op.insert("genre", columns("id", "name"), row(2, "x")));
  }

  @Test
  void rowsReferToTheirParentsAlone() {
    Consumer<Operations> fork =
        op -> {
          op.createTable(
              "song",
              column("id", integer()),
              column("genre", integer()),
              primaryKey("id"),
              foreignKey("genre").references("genre"));
        };
    Consumer<Operations> song = op -> op.insert("song", columns("id", "genre"), row(1, 1));
    conflictAfter(fork, "row genre.[1]", song, insert(1));
    independentAfter(fork, song, insert(2));
    independentAfter(fork, op -> op.insert("song", columns("id"), row(1)), insert(1));
    conflictAfter(
        fork, "values genre.id", song, op -> op.update("genre", set("id", 1).where("id", 5)));
  }

  @Test
  void anUpdateOfEveryRowSeesInsertedRows() {
    conflict("rows genre", insert(1), op -> op.update("genre", set("name", "x").inEveryRow()));
    independent(
        op -> op.update("post", set("stars", 1).inEveryRow()),
        op -> op.update("post", set("title", "x").inEveryRow()));
    independent(
        op -> op.update("post", set("stars", 1).inEveryRow()),
        op -> op.addColumn("post", column("c", text())));
    conflict(
        "values post.title",
        op -> op.update("post", set("stars", 1).where("title", "x")),
        op -> op.update("post", set("title", "x").inEveryRow()));
  }

  @Test
  void aDeletedRowTakesItsNeighboursAlongThroughAllLevels() {
    Consumer<Operations> levels =
        op -> {
          op.createTable(
              "reply",
              column("post", bigint()),
              column("text", text()),
              foreignKey("post").references("post").onDelete(CASCADE));
          op.createTable("other", column("a", text()));
        };
    Consumer<Operations> delete = op -> op.delete("account", columns("id"), row(1));
    conflictAfter(
        levels, "rows reply", delete, op -> op.update("reply", set("text", "x").inEveryRow()));
    conflictAfter(
        levels,
        "rows reply",
        op -> op.execute(sql("DELETE FROM account").reads("account").writes("account")),
        op ->
            op.execute(
                sql("INSERT INTO other SELECT text FROM reply").reads("reply").writes("other")));
    independentAfter(levels, delete, op -> op.insert("other", columns("a"), row("x")));
    conflict( // a foreign key that does not exist yet on the other branch
        "rows genre",
        op -> op.delete("genre", columns("id"), row(1)),
        op -> op.addForeignKey("note", foreignKey("x").references("genre").onDelete(CASCADE)));
    independent( // nothing refers to the column that changes
        op -> op.execute(sql("X").reads("account").writes("account", "email")),
        op -> op.update("post", set("title", "x").inEveryRow()));
  }

  // ---- foreign keys and keys

  @Test
  void aForeignKeyFightsWhoeverDropsOrAddsAKeyOverItsTarget() {
    Consumer<Operations> secondKey =
        op -> op.createIndex("genre", index("id").unique().named("ux_genre"));
    Consumer<Operations> foreignKey =
        op -> op.addForeignKey("note", foreignKey("x").references("genre", "id"));
    conflictAfter(
        secondKey, "key over genre.id", foreignKey, op -> op.dropConstraint("genre", "pk_genre"));
    conflictAfter(
        secondKey, "key over genre.id", foreignKey, op -> op.dropIndex("genre", "ux_genre"));
    conflict("key over genre.id", foreignKey, secondKey);
  }

  @Test
  void keysThatCarryColumnsAlongAreKeysOverTheOthers() {
    conflict(
        "key over genre.id",
        op -> op.addForeignKey("note", foreignKey("x").references("genre")),
        op -> op.createIndex("genre", index("id").unique().including("name")));
  }

  @Test
  void twoBranchesCannotEachDropTheOneKeyOrIndexThatIsLeftToTheOther() {
    Consumer<Operations> keys =
        op -> {
          op.createIndex("genre", index("name").unique().named("u1"));
          op.createIndex("genre", index("name").unique().named("u2"));
          op.createIndex("post", index("author_id", "title").named("i2"));
        };
    conflictAfter(
        keys,
        "key over genre.name",
        op -> op.dropIndex("genre", "u1"),
        op -> op.dropIndex("genre", "u2"));
    conflictAfter(
        keys,
        "index over post.author_id",
        op -> op.dropIndex("post", "ix_post_author_id"),
        op -> op.dropIndex("post", "i2"));
  }

  @Test
  void twoBranchesCannotEachDropTheOneColumnThatIsLeftToTheOther() {
    conflict(
        "column count note", op -> op.dropColumn("note", "text"), op -> op.dropColumn("note", "x"));
  }

  @Test
  void anIndexThatAForeignKeyCanUseFightsIt() {
    Consumer<Operations> foreignKey =
        op -> op.addForeignKey("note", foreignKey("x").references("genre"));
    conflict("index over note.x", foreignKey, op -> op.createIndex("note", index("x")));
    conflict("index over note.x", foreignKey, op -> op.createIndex("note", index("x", "text")));
    independent(foreignKey, op -> op.createIndex("note", index("text", "x")));
  }

  @Test
  void aForeignKeyThatSetsNullFightsNotNull() {
    conflict(
        "column nullability note.x",
        op -> op.addForeignKey("note", foreignKey("x").references("genre").onDelete(SET_NULL)),
        op -> op.alterColumn("note", "x", notNull()));
  }

  @Test
  void aForeignKeyThatLeavesTheKeyOpenFightsWhoeverChangesThePrimaryKey() {
    conflict(
        "primary key note",
        op -> op.addPrimaryKey("note", primaryKey("x")),
        op -> op.addPrimaryKey("note", primaryKey("text")));
    conflict(
        "column nullability note.x",
        op -> op.addPrimaryKey("note", primaryKey("x")),
        op -> op.alterColumn("note", "x", notNull()));
  }

  // ---- views and other texts

  @Test
  void aViewFightsWhateverItMaySee() {
    Consumer<Operations> all = op -> op.createView("v", view("SELECT * FROM genre").reads("genre"));
    conflict("column genre.c", all, op -> op.addColumn("genre", column("c", text())));
    conflict("column genre.name", all, op -> op.dropColumn("genre", "name"));
    conflict("column type genre.name", all, op -> op.alterColumn("genre", "name", type(text())));
    independent(all, op -> op.createIndex("genre", index("name")));
    independent(all, insert(1));
    Consumer<Operations> one =
        op -> op.createView("v", view("SELECT id FROM genre").reads("genre", "id"));
    independent(one, op -> op.addColumn("genre", column("c", text())));
    conflict("column genre.id", one, op -> op.renameColumn("genre", "id", "no"));
    Consumer<Operations> unknown = op -> op.createView("v", view("SELECT 1 AS one"));
    conflict("column post.c", unknown, op -> op.addColumn("post", column("c", text())));
  }

  @Test
  void checksComputedColumnsAndPartialIndexesReadWhatTheyMention() {
    Consumer<Operations> rename = op -> op.renameColumn("post", "title", "headline");
    Consumer<Operations> retype = op -> op.alterColumn("post", "title", type(text()));
    List<Consumer<Operations>> texts =
        List.of(
            op -> op.addCheck("post", check("Title <> ''")),
            op -> op.addColumn("post", column("c", text()).virtualAs("lower(title)")),
            op -> op.createIndex("post", index("id").where("title IS NOT NULL")),
            op -> op.createIndex("post", index(expression("lower(title)"))),
            op -> op.addCheck("post", check("\"body\" <> ''").named("quoted may be anything")));
    for (Consumer<Operations> text : texts) {
      conflict("column post.title", rename, text);
      conflict("column type post.title", retype, text);
    }
    independent(rename, op -> op.addCheck("post", check("body <> ''")));
  }

  // ---- names

  @Test
  void namesShareOneSpacePerSchemaWhateverTheyName() {
    conflict(
        "name ix",
        op -> op.createIndex("genre", index("name").named("ix")),
        op -> op.createIndex("post", index("title").named("IX")));
    conflict(
        "name status",
        op -> op.createTable("status", column("a", text())),
        op -> op.createEnumType("status", "a"));
    conflict(
        "name c",
        op -> op.addCheck("genre", check("id > 0").named("c")),
        op -> op.createTable("C", column("a", text())));
    conflict(
        "name account_id_seq",
        op -> op.createSequence("account_id_seq"),
        op -> {
          op.dropTable("post");
          op.dropView("author");
          op.dropTable("account");
        });
    independent(
        op -> op.createIndex("genre", index("name").named("ix")),
        op -> op.createIndex("billing.invoice", index("total").named("ix")));
  }

  @Test
  void anIdentityTakesTheNameOfItsSequence() {
    conflict(
        "name t_id_seq",
        op -> op.createTable("t", column("id", bigint()).identity()),
        op -> op.createSequence("t_id_seq"));
    conflict(
        "name genre_id_seq",
        op -> op.alterColumn("genre", "id", identity()),
        op -> op.createSequence("genre_id_seq"));
    conflict( // most databases have one in a table
        "counter genre",
        op -> op.addColumn("genre", column("a", bigint()).identity()),
        op -> op.addColumn("genre", column("b", bigint()).identity()));
  }

  @Test
  void anObjectThatLivesAndDiesInOneBranchStillClaimsItsName() {
    conflict(
        "column genre.tmp",
        op -> {
          op.addColumn("genre", column("tmp", text()));
          op.dropColumn("genre", "tmp");
        },
        op -> op.addColumn("genre", column("tmp", text())));
    conflict(
        "column note.x",
        op -> {
          op.renameColumn("note", "x", "tmp");
          op.renameColumn("note", "tmp", "x");
        },
        op -> op.createIndex("note", index("x")));
  }

  @Test
  void aRenamedTableFightsEverythingOnIt() {
    Consumer<Operations> rename = op -> op.renameTable("genre", "style");
    List<Consumer<Operations>> others =
        List.of(
            op -> op.addColumn("genre", column("c", text())),
            op -> op.commentOnTable("genre", comment("x")),
            op -> op.createIndex("genre", index("name")),
            op -> op.addCheck("genre", check("id > 0")),
            op -> op.addForeignKey("note", foreignKey("x").references("genre")),
            op -> op.createView("v", view("SELECT id FROM genre").reads("genre", "id")),
            op -> op.alterColumn("genre", "name", notNull()),
            op -> op.renameColumn("genre", "name", "title"),
            op -> op.dropConstraint("genre", "pk_genre"),
            op -> op.renameConstraint("genre", "pk_genre", "pk"),
            op -> op.update("genre", set("name", "x").inEveryRow()),
            op -> op.delete("genre", columns("id"), row(1)),
            op -> op.execute(sql("X").reads("note").writes("genre", "name")),
            op -> op.execute(sql("X").reads("genre", "id").writes("note")),
            op -> op.run(code("x", context -> {}).reads("genre").writes("note")),
            insert(1));
    for (Consumer<Operations> other : others) {
      conflict("relation genre", rename, other);
      conflict("relation genre", op -> op.dropTable("genre"), other);
    }
  }

  @Test
  void aRenamedSchemaFightsEverythingInIt() {
    Consumer<Operations> rename = op -> op.renameSchema("billing", "accounting");
    List<Consumer<Operations>> others =
        List.of(
            op -> op.addColumn("billing.invoice", column("c", text())),
            op -> op.createTable("billing.t", column("c", text())),
            op -> op.dropTable("billing.invoice"),
            op -> op.createSequence("billing.s"),
            op -> op.createIndex("billing.invoice", index("total")),
            op -> op.execute(sql("X").reads("note").writes("billing.invoice", "total")));
    for (Consumer<Operations> other : others) {
      conflict("namespace billing", rename, other);
    }
    independent(rename, op -> op.addColumn("genre", column("c", text())));
  }

  // ---- what the inverse needs

  @Test
  void theInverseOfADropNeedsWhatTheDroppedObjectUsed() {
    conflict(
        "relation mood",
        op -> op.dropColumn("account", "mood"),
        op -> op.renameEnumType("mood", "m"));
    conflict(
        "labels mood",
        op -> op.dropColumn("account", "mood"),
        op -> op.renameEnumValue("mood", "ok", "good"));
    conflict(
        "relation ticket",
        op -> op.alterColumn("billing.invoice", "number", noDefault()),
        op -> op.renameSequence("ticket", "no"));
    conflict(
        "relation mood",
        op -> op.alterColumn("account", "mood", noDefault(), type(text())),
        op -> op.renameEnumType("mood", "m"));
    conflict(
        "relation account",
        op -> op.dropTable("post"),
        op -> {
          op.dropView("author");
          op.renameTable("account", "user");
        });
    conflict(
        "column account.age",
        op -> op.dropConstraint("account", "ck_age"),
        op -> op.renameColumn("account", "age", "years"));
  }

  @Test
  void renamedLabelsFightWhoeverWritesThem() {
    Consumer<Operations> rename = op -> op.renameEnumValue("mood", "ok", "good");
    List<Consumer<Operations>> others =
        List.of(
            op -> op.update("account", set("mood", "ok").where("id", 1)),
            op -> op.update("account", set("age", 1).where("mood", "ok")),
            op -> op.insert("account", columns("login", "age", "mood"), row("a", 1, "ok")),
            op -> op.delete("account", columns("mood"), row("ok")),
            op -> op.alterColumn("account", "mood", defaultTo("ok")),
            op -> op.addColumn("genre", column("mood", enumType("mood")).defaultTo("ok")),
            op -> op.execute(sql("X").reads("genre").writes("account", "mood")),
            op -> op.execute(sql("X").reads("account").writes("genre")),
            op -> op.addEnumValueBefore("mood", "fine", "ok"));
    for (Consumer<Operations> other : others) {
      conflict("labels mood.ok", rename, other);
    }
    Consumer<Operations> add = op -> op.addEnumValue("mood", "good");
    conflict("labels mood.good", rename, add);
    conflict("label order mood", add, op -> op.addEnumValue("mood", "fine"));
    independent(rename, op -> op.addEnumValue("mood", "fine"));
    independent(add, op -> op.addColumn("genre", column("m", enumType("mood")).defaultTo("ok")));
    independent(rename, op -> op.addColumn("genre", column("mood", enumType("mood"))));
  }

  // ---- raw SQL and code

  @Test
  void rawSqlFightsEverythingUnlessItSaysWhatItDoes() {
    Consumer<Operations> silent = op -> op.execute(sql("X").needsNoUndo());
    assertThat(footprint(SCHEMA, silent).isUnknown()).isTrue();
    conflict("column genre.c", silent, op -> op.addColumn("genre", column("c", text())));
    conflict("everything", silent, silent);
    Consumer<Operations> writesOnly = op -> op.execute(sql("X").writes("note", "text"));
    conflict("column genre.c", writesOnly, op -> op.addColumn("genre", column("c", text())));
    Consumer<Operations> readsOnly = op -> op.execute(sql("X").reads("note"));
    assertThat(footprint(SCHEMA, readsOnly).isUnknown()).isTrue();
    Consumer<Operations> said =
        op -> op.execute(sql("X").reads("note", "x").writes("note", "text"));
    assertThat(footprint(SCHEMA, said).isUnknown()).isFalse();
    independent(said, op -> op.addColumn("genre", column("c", text())));
    independent(said, op -> op.addColumn("note", column("c", text())));
    conflict("column note.x", said, op -> op.renameColumn("note", "x", "y"));
    conflict("rows note", said, op -> op.insert("note", columns("x"), row(1)));
  }

  @Test
  void whatRawSqlReadsFollowsFromTheStatementWhereItStatesOnlyWhatItWrites() {
    Consumer<Operations> one =
        op -> op.execute(sql("UPDATE note SET text = lower(text)").writes("note", "text"));
    independent(one, op -> op.createIndex("genre", index("name").named("ix_name")));
    independent(one, op -> op.addColumn("note", column("c", text())));
    independent(one, insert(1));
    conflict("column note.text", one, op -> op.renameColumn("note", "text", "body"));
    Consumer<Operations> copy =
        op ->
            op.execute(
                sql("UPDATE note SET text = (SELECT name FROM genre)").writes("note", "text"));
    conflict("rows genre", copy, insert(1));
    conflict("values genre.name", copy, op -> op.update("genre", set("name", "x").inEveryRow()));
    independent(copy, op -> op.addColumn("genre", column("c", text())));
    Consumer<Operations> all =
        op -> op.execute(sql("UPDATE note SET text = (SELECT * FROM genre)").writes("note"));
    conflict("column genre.c", all, op -> op.addColumn("genre", column("c", text())));
    Consumer<Operations> quoted =
        op ->
            op.execute(
                sql("DELETE FROM note WHERE x IN (SELECT id FROM \"Genre\")").writes("note"));
    conflict("rows genre", quoted, insert(1));
    Consumer<Operations> variant =
        op ->
            op.execute(
                sql("DELETE FROM note")
                    .on(MYSQL, "DELETE note FROM note JOIN genre")
                    .writes("note"));
    conflict("rows genre", variant, insert(1));
  }

  @Test
  void aStatementThatMayReachWhatItDoesNotNameReadsEverything() {
    for (String text :
        List.of(
            "CALL tidy()", "DO $$ BEGIN END $$", "SELECT tidy()", "UPDATE U&\"x\" SET text = 1")) {
      conflict(
          "column genre.c",
          op -> op.execute(sql(text).writes("note", "text")),
          op -> op.addColumn("genre", column("c", text())));
    }
    conflict(
        "column genre.c",
        op -> op.run(code("x", context -> {}).writes("note", "text")),
        op -> op.addColumn("genre", column("c", text())));
  }

  @Test
  void aStatementThatStatesThatItMeansNothingTouchesWhatElseItStates() {
    Consumer<Operations> nothing = op -> op.execute(sql("ANALYZE").means(o -> {}));
    assertThat(footprint(SCHEMA, nothing)).isEqualTo(Footprint.NONE);
    Consumer<Operations> reads =
        op -> op.execute(sql("SELECT check(x) FROM note").means(o -> {}).reads("note", "x"));
    independent(reads, insert(1));
    conflict("column note.x", reads, op -> op.renameColumn("note", "x", "y"));
  }

  @Test
  void objectsThatTheSchemaDoesNotModelHaveNamesOfTheirOwn() {
    Consumer<Operations> function =
        op -> op.execute(sql("CREATE FUNCTION total() …").creates("function", "total"));
    independent(
        function, op -> op.execute(sql("CREATE FUNCTION sum()").creates("function", "sum")));
    independent(function, op -> op.execute(sql("CREATE VIEW total").creates("policy", "total")));
    independent(function, op -> op.addColumn("genre", column("c", text())));
    conflict("object function total", function, function);
    conflict(
        "object function total",
        function,
        op -> op.execute(sql("DROP FUNCTION total()").drops("Function", " TOTAL")));
    Consumer<Operations> use =
        op ->
            op.execute(
                sql("UPDATE note SET x = total()").writes("note", "x").uses("function", "total"));
    conflict("object function total", function, use);
    independent(
        use,
        op ->
            op.run(
                code("x", context -> {})
                    .uses("function", "total")
                    .reads("genre", "id")
                    .writes("genre", "name")));
  }

  @Test
  void aTriggerTouchesTheTableThatItsStatementNames() {
    Consumer<Operations> trigger =
        op ->
            op.execute(
                sql("CREATE TRIGGER t BEFORE INSERT ON genre FOR EACH ROW EXECUTE FUNCTION f()")
                    .creates("trigger", "t"));
    conflict("rows genre", trigger, insert(1));
    conflict("column genre.c", trigger, op -> op.addColumn("genre", column("c", text())));
    independent(trigger, op -> op.addColumn("note", column("c", text())));
  }

  @Test
  void rawSqlOnAWholeTableSeesAllItsColumns() {
    Consumer<Operations> all = op -> op.execute(sql("X").reads("note").writes("note"));
    conflict("column note.c", all, op -> op.addColumn("note", column("c", text())));
    conflict("column note.x", all, op -> op.renameColumn("note", "x", "y"));
    independent(all, op -> op.createIndex("note", index("x")));
  }

  @Test
  void rawSqlSeesThroughViews() {
    conflict(
        "values account.id",
        op -> op.execute(sql("X").reads("author").writes("note")),
        op -> op.execute(sql("X").reads("account", "age").writes("account", "id")));
    conflict("rows genre", op -> op.execute(sql("X").reads("anything").writes("note")), insert(1));
  }

  @Test
  void rawSqlThatMeansSomethingTouchesWhatThatTouchesAndWhatItReads() {
    Consumer<Operations> copy =
        op ->
            op.execute(
                sql("CREATE TABLE c AS SELECT * FROM genre")
                    .means(o -> o.createTable("c", column("id", integer())))
                    .reads("genre"));
    conflict("rows genre", copy, insert(1));
    conflict("name c", copy, op -> op.createSequence("c"));
    independent(copy, op -> op.addColumn("note", column("c", text())));
  }

  @Test
  void codeIsJudgedLikeRawSql() {
    Consumer<Operations> said =
        op -> op.run(code("x", context -> {}).reads("account", "id").writes("account", "email"));
    independent(said, op -> op.update("account", set("age", 1).inEveryRow()));
    conflict("values account.email", said, op -> op.alterColumn("account", "email", notNull()));
    conflict("note", op -> op.run(code("x", context -> {})), op -> op.dropTable("note"));
  }

  @Test
  void aGroupForOneDialectTouchesWhatItDoesThere() {
    Consumer<Operations> group =
        op -> op.on(POSTGRESQL, pg -> pg.addColumn("genre", column("c", text())));
    conflict("column genre.c", group, op -> op.addColumn("genre", column("c", text())));
    Operation onlyThere =
        OperationSamples.operation(
            op -> op.on(POSTGRESQL, pg -> pg.addColumn("x", column("c", text()))));
    assertThat(onlyThere.footprint(SCHEMA).isUnknown()).isTrue();
  }

  // ---- cells

  @Test
  void aWholeMeetsItsPartsAndEverythingMeetsAll() {
    QualifiedName table = QualifiedName.of("t");
    Cell whole = Cell.of(Aspect.VALUES, table);
    Cell part = Cell.of(Aspect.VALUES, table, "c");
    assertThat(whole.meets(part)).isTrue();
    assertThat(part.meets(whole)).isTrue();
    assertThat(part.meets(part)).isTrue();
    assertThat(part.meets(Cell.of(Aspect.VALUES, table, "d"))).isFalse();
    assertThat(part.meets(Cell.of(Aspect.COLUMN, table, "c"))).isFalse();
    assertThat(whole.meets(Cell.of(Aspect.VALUES, QualifiedName.of("x.t")))).isFalse();
    assertThat(Cell.EVERYTHING.meets(part)).isTrue();
    assertThat(part.meets(Cell.EVERYTHING)).isTrue();
    assertThat(part.whole()).isEqualTo(whole);
    assertThat(Cell.namespace("a").meets(Cell.namespace("b"))).isFalse();
  }

  @Test
  void clashesAreThoseThatComparingEveryTwoCellsFinds() {
    List<Footprint> footprints = new ArrayList<>(List.of(Footprint.NONE, Footprint.UNKNOWN));
    OperationSamples.all().values().forEach(sample -> footprints.add(sample.footprint(SCHEMA)));
    for (Footprint one : footprints) {
      for (Footprint other : footprints) {
        assertThat(one.clashesWith(other)).isEqualTo(other.clashesWith(one));
        assertThat(!one.clashesWith(other).isEmpty()).isEqualTo(clash(one, other));
      }
    }
  }

  /** The rule as it is written down, in the most simple form. */
  private static boolean clash(Footprint one, Footprint other) {
    return meet(one.writes(), other.reads())
        || meet(one.writes(), other.writes())
        || meet(one.writes(), other.adds())
        || meet(one.reads(), other.writes())
        || meet(one.adds(), other.writes())
        || meet(one.adds(), other.reads())
        || meet(one.reads(), other.adds());
  }

  private static boolean meet(Set<Cell> some, Set<Cell> others) {
    return some.stream().anyMatch(cell -> others.stream().anyMatch(cell::meets));
  }

  // ---- the words of this test

  private static Footprint footprint(Schema before, Consumer<Operations> branch) {
    return Footprint.ofAll(OperationSamples.operations(branch), before);
  }

  private static void conflict(String cell, Consumer<Operations> one, Consumer<Operations> other) {
    conflictAfter(op -> {}, cell, one, other);
  }

  private static void conflictAfter(
      Consumer<Operations> fork,
      String cell,
      Consumer<Operations> one,
      Consumer<Operations> other) {
    Schema before = OperationSamples.after(SCHEMA, OperationSamples.operations(fork));
    Set<Cell> clashes = footprint(before, one).clashesWith(footprint(before, other));
    assertThat(clashes.stream().map(Cell::toString).collect(Collectors.joining("; ")))
        .contains(cell);
  }

  private static void independent(Consumer<Operations> one, Consumer<Operations> other) {
    independentAfter(op -> {}, one, other);
  }

  private static void independentAfter(
      Consumer<Operations> fork, Consumer<Operations> one, Consumer<Operations> other) {
    Schema before = OperationSamples.after(SCHEMA, OperationSamples.operations(fork));
    assertThat(footprint(before, one).clashesWith(footprint(before, other))).isEmpty();
    Diamond.check(before, OperationSamples.operations(one), OperationSamples.operations(other));
  }
}
