package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.Outcome;
import dev.migrate.testkit.dialect.contract.ScriptStory.Fault;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A script that fails: after the first statement that fails it executes and records nothing more,
 * whatever the client does about errors; and a script for another state does nothing.
 *
 * <p>With {@code -Dmigrate.test.cases=all} a statement fails at every place under a client of each
 * kind, instead of one kind at each place.
 */
public interface ScriptFailureContract extends ScriptedDatabase {

  private ScriptStory story() {
    return new ScriptStory(this::ownStatements);
  }

  /** Every place of a failure, in each direction with one of the modes, unless all are wanted. */
  private Stream<DynamicTest> positions(boolean down, Mode mode) {
    List<DynamicTest> tests = new ArrayList<>();
    ScriptStory story = new ScriptStory(this::ownStatements);
    int place = down ? 1 : 0;
    for (int revision = 1; revision < story.revisions().size(); revision++) {
      for (int position = 0; position < story.positions(revision); position++) {
        boolean isUsual = place++ % 2 == 0;
        if (isUsual != (mode == Mode.USUAL) && !ContractCases.areAll()) {
          continue;
        }
        Fault fault = Fault.at(revision + position);
        List<Revision> failing = story.failing(revision, position, down, fault);
        String id = failing.get(revision).lineage().id().value();
        String where = (down ? "down " : "up ") + id + " at " + position;
        tests.add(
            dynamicTest(where + " " + fault + " " + mode, () -> failsAt(failing, down, mode)));
      }
    }
    return ContractCases.every(everyNthFailure(), seed(), tests).stream();
  }

  private void failsAt(List<Revision> story, boolean down, Mode mode) throws SQLException {
    try (ScriptTrial trial = new ScriptTrial(this)) {
      if (down) {
        trial.onBoth(database -> ScriptTrial.migrator(database, story).upgrade());
        assertFalse(trial.downgrade(story, "gate", mode));
      } else {
        trial.onBoth(database -> ScriptTrial.migrator(database, story).upgrade("gate"));
        assertFalse(trial.upgrade(story, mode));
      }
      trial.execute(ScriptStory.OPEN);
      trial.onBoth(
          database -> {
            Migrator migrator = ScriptTrial.migrator(database, story);
            Outcome ended = down ? migrator.downgrade("gate") : migrator.upgrade();
            assertFalse(ended.isEmpty());
          });
      trial.requireEqual("after the cause was removed, and the call that went on");
    }
  }

  /**
   * A statement that fails, at the places of every revision.
   *
   * @return a test for each place
   */
  @TestFactory
  default Stream<DynamicTest> nothingRunsAfterAFailure() {
    return positions(false, Mode.USUAL);
  }

  /**
   * The same, with a client that goes on.
   *
   * @return a test for each place
   */
  @TestFactory
  default Stream<DynamicTest> nothingRunsAfterAFailureThoughTheClientGoesOn() {
    return positions(false, Mode.GOING_ON);
  }

  /**
   * A statement that fails on the way down.
   *
   * @return a test for each place
   */
  @TestFactory
  default Stream<DynamicTest> nothingRunsAfterAFailureOnTheWayDown() {
    return Stream.concat(positions(true, Mode.USUAL), positions(true, Mode.GOING_ON));
  }

  /**
   * A script that is for another state of the database does nothing, and says what it needs.
   *
   * @throws SQLException if the databases cannot be compared
   */
  @Test
  default void aScriptForAnotherStateDoesNothingAndSaysSo() throws SQLException {
    OfflineMigrator offline = OfflineMigrator.of(dialect(), RevisionGraph.of(story().revisions()));
    for (Mode mode : Mode.values()) {
      try (ScriptTrial trial = new ScriptTrial(this)) {
        trial.onBoth(
            database -> ScriptTrial.migrator(database, List.of(ScriptStory.GATE)).upgrade());
        trial.run(offline.upgradeScript("base:heads"), mode);
        trial.requireEqual("from base, where gate is applied");
        trial.run(offline.upgradeScript("note:heads"), mode);
        trial.requireOutput("needs exactly 2 applied revisions, with note");
        trial.requireEqual("from note, where gate is applied");
        trial.run(offline.downgradeScript("heads:base"), mode);
        trial.requireOutput("join needs exactly 6 applied revisions, with join");
        trial.requireEqual("down from heads, where gate is applied");
        trial.onBoth(database -> ScriptTrial.migrator(database, story().revisions()).upgrade());
        trial.run(offline.upgradeScript("note:heads"), mode);
        trial.requireEqual("from note, where all is applied");
        trial.run(offline.downgradeScript("note:base"), mode);
        trial.requireOutput("note needs exactly 2 applied revisions, with note");
        trial.requireEqual("down from note, where all is applied");
      }
    }
  }
}
