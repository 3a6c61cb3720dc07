package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.Script;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A script is the run: the vendor's own client, in its usual settings, ends in the same schema,
 * rows and history as the call.
 */
public interface ScriptContract extends ScriptedDatabase {

  /** A script that was made offline is for the newest version. */
  Set<String> SERVER = Set.of("server");

  private static Revision revision(String id, String after, Consumer<Operations> operations) {
    return Revision.of(Lineage.of(id).after(after), operations);
  }

  /**
   * Every sample, on tables with rows where there can be some: also what fails, fails alike.
   *
   * @return a test for each kind of operation
   */
  @TestFactory
  default Stream<DynamicTest> everyOperationDoesTheSame() {
    List<SampleOperations.Sample> samples =
        ContractCases.every(everyNthSample(), seed(), samples());
    return SampleOperations.byKind(samples).entrySet().stream()
        .map(
            kind -> dynamicTest(kind.getKey(), () -> new ScriptSamples(this).run(kind.getValue())));
  }

  private ScriptStory story() {
    return new ScriptStory(this::ownStatements);
  }

  /**
   * Up from nothing and down again.
   *
   * @throws SQLException if the databases cannot be compared
   */
  @Test
  default void aWholeStoryEndsTheSameUpAndDown() throws SQLException {
    try (ScriptTrial trial = new ScriptTrial(this)) {
      assertTrue(trial.upgrade(story().revisions()));
      assertTrue(trial.downgrade(story().revisions(), "note", Mode.USUAL));
      assertTrue(trial.upgrade(story().revisions()));
      assertTrue(trial.downgrade(story().revisions(), "base", Mode.USUAL));
      assertTrue(trial.upgrade(story().revisions()));
    }
  }

  /**
   * Scripts that were made without the database, in ranges.
   *
   * @throws SQLException if the databases cannot be compared
   */
  @Test
  default void scriptsMadeOfflineEndTheSame() throws SQLException {
    try (ScriptTrial trial = new ScriptTrial(this)) {
      OfflineMigrator offline =
          OfflineMigrator.of(dialect(), RevisionGraph.of(story().revisions()));
      trial.run(offline.upgradeScript("base:note"), Mode.USUAL);
      trial.run(offline.upgradeScript("note:join"), Mode.USUAL);
      ScriptTrial.migrator(trial.called(), story().revisions()).upgrade();
      trial.requireEqual("base:note, note:join", SERVER);
      trial.run(offline.downgradeScript("join:note"), Mode.USUAL);
      ScriptTrial.migrator(trial.called(), story().revisions()).downgrade("note");
      trial.requireEqual("join:note", SERVER);
      assertTrue(
          ScriptTrial.migrator(trial.scripted(), story().revisions()).upgrade().revisions().size()
              > 1);
    }
  }

  /**
   * A stamp that was made without the database, up and down, and on a database that is elsewhere.
   *
   * @throws SQLException if the databases cannot be compared
   */
  @Test
  default void aStampMadeOfflineRecordsTheSame() throws SQLException {
    String why = "it's made by \"hand\"";
    try (ScriptTrial trial = new ScriptTrial(this)) {
      OfflineMigrator offline =
          OfflineMigrator.of(dialect(), RevisionGraph.of(story().revisions()));
      for (String range : List.of("base:note", "note:join", "join:note")) {
        trial.run(offline.stampAcceptingScript(why, range), Mode.USUAL);
        ScriptTrial.migrator(trial.called(), story().revisions())
            .stampAccepting(why, range.substring(range.indexOf(':') + 1));
        trial.requireEqual(range, SERVER);
      }
    }
  }

  /**
   * Java code ends the script before the revision that has it.
   *
   * @throws SQLException if the databases cannot be compared
   */
  @Test
  default void codeEndsTheScriptAndTheCallDoesTheRest() throws SQLException {
    Revision fill =
        revision(
            "fill",
            "gate",
            op -> {
              op.addColumn("team", column("slug", varchar(9)));
              op.run(
                  code(
                          "fill",
                          context -> {
                            try (var statement = context.connection().createStatement()) {
                              statement.execute("INSERT INTO team VALUES (1, 'a')");
                            }
                          })
                      .writes("team")
                      .needsNoUndo());
            });
    List<Revision> revisions =
        List.of(
            ScriptStory.GATE,
            fill,
            revision("after", "fill", op -> op.createIndex("team", index("slug"))));
    try (ScriptTrial trial = new ScriptTrial(this)) {
      Script script = ScriptTrial.migrator(trial.scripted(), revisions).upgradeScript();
      assertTrue(script.obstacle().orElseThrow().contains("no script can run Java code"));
      assertEquals(List.of(RevisionId.of("fill"), RevisionId.of("after")), script.omitted());
      assertTrue(script.toString().contains("-- Not in this script: fill, after"));
      assertFalse(script.toString().contains("slug"));
      trial.run(script, Mode.USUAL);
      ScriptTrial.migrator(trial.called(), List.of(ScriptStory.GATE)).upgrade();
      trial.requireEqual(script.toString());
      trial.onBoth(database -> ScriptTrial.migrator(database, revisions).upgrade());
      trial.requireEqual("after the call");
      Script nothing = ScriptTrial.migrator(trial.scripted(), revisions).upgradeScript();
      assertTrue(nothing.toString().endsWith("nothing to do"));
    }
  }

  /**
   * Values that clients like to change.
   *
   * @throws SQLException if the databases cannot be compared
   */
  @Test
  default void everyValueArrivesAsItIs() throws SQLException {
    List<String> values =
        List.of(
            "日本 é \uD83D\uDE00",
            "it's \"quoted\" and `so` [on]",
            "a;b; c",
            "back\\slash \\n \\' \\",
            "two\nlines\n",
            "a\r\nb\r\n",
            "a\rb\r",
            "\ttab\u0001\u001b\u007f\u0085\u2028",
            ":name :'name' :\"name\" ::x {d '2020-01-01'} ? $1 %s",
            "$$ $tag$ $migrate$ --",
            "-- no comment\n/* none */ # none",
            "\n.quit\n\\q\n/\ngo\ndelimiter //\nDELIMITER x\nexit\n@INCLUDE x\n",
            "{\"json\":\"x\\\"y\\u0000\"}",
            "'; DROP TABLE note; --",
            " ");
    List<Revision> revisions =
        List.of(
            ScriptStory.GATE,
            revision(
                "texts",
                "gate",
                op -> {
                  op.createTable(
                      "texts",
                      column("id", integer()).notNull(),
                      column("t", text()),
                      primaryKey("id"));
                  for (int i = 0; i < values.size(); i++) {
                    op.insert("texts", columns("id", "t"), row(i, values.get(i)));
                  }
                }));
    try (ScriptTrial trial = new ScriptTrial(this)) {
      assertTrue(trial.upgrade(revisions));
    }
  }

  /**
   * Comments in raw SQL and in expressions end where they end.
   *
   * @throws SQLException if the databases cannot be compared
   */
  @Test
  default void commentsEndWhereTheyEnd() throws SQLException {
    List<Revision> revisions =
        List.of(
            ScriptStory.GATE,
            revision(
                "comments",
                "gate",
                op -> {
                  op.createTable(
                      "t",
                      column("id", integer()).notNull(),
                      column("n", integer()).notNull().defaultTo(expression("1 -- one")),
                      column("d", integer()).storedAs("n + 1 -- more"),
                      primaryKey("id"),
                      check("id > 0 -- positive").named("ck_positive"));
                  op.execute(
                      sql("INSERT INTO t (id) VALUES (1) -- the first").writes("t").needsNoUndo());
                  op.execute(
                      sql("UPDATE t SET n = 2 /* it's */ -- all; of 'them")
                          .writes("t")
                          .needsNoUndo());
                  op.createView("v", view("SELECT id FROM t -- all"));
                  op.alterColumn("t", "n", notNull());
                }));
    try (ScriptTrial trial = new ScriptTrial(this)) {
      assertTrue(trial.upgrade(revisions));
      assertTrue(trial.downgrade(revisions, "gate", Mode.USUAL));
    }
  }
}
