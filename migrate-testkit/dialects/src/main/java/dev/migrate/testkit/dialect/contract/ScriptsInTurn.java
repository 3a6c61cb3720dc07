package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.report.Script;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import dev.migrate.testkit.dialect.contract.VendorClient.Result;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.jdbc.OneConnection;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A sample up and down, first by calls and then by scripts, where two databases of one server
 * cannot have the same schemas at the same time.
 *
 * @param contract the databases and the client
 * @param sample the sample
 * @param revisions what it is given, and its operation
 * @param namespaces the schemas in question
 */
record ScriptsInTurn(
    ScriptedDatabase contract,
    SampleOperations.Sample sample,
    List<Revision> revisions,
    Set<String> namespaces) {

  private record State(Snapshot snapshot, List<String> history) {}

  void run() throws SQLException {
    List<State> called = called();
    if (!called.isEmpty()) {
      scripted(called);
    }
  }

  /** The state after each call that succeeds. */
  private List<State> called() throws SQLException {
    List<State> states = new ArrayList<>();
    try (OneConnection database = new OneConnection(contract.emptyDatabase())) {
      Migrator migrator = begin(database);
      migrator.upgrade();
      states.add(state(database));
      migrator.downgrade("given");
      states.add(state(database));
    } catch (MigrateException refused) {
      return states;
    }
    return states;
  }

  private void scripted(List<State> expected) throws SQLException {
    try (ScriptTrial trial = new ScriptTrial(contract)) {
      Migrator migrator = begin(trial.scripted());
      Script up = migrator.upgradeScript();
      if (up.obstacle().isEmpty()) {
        require(trial, up, expected.get(0));
        if (expected.size() > 1) {
          require(trial, migrator.downgradeScript("given"), expected.get(1));
        }
      }
    }
  }

  private Migrator begin(DataSource database) throws SQLException {
    ScriptTrial.migrator(database, revisions.subList(0, 1)).upgrade();
    try (Connection connection = database.getConnection()) {
      new SampleRows(contract.dialect(), connection).insert(sample.before());
    }
    return ScriptTrial.migrator(database, revisions);
  }

  private void require(ScriptTrial trial, Script script, State expected) throws SQLException {
    Result result = trial.run(script, Mode.USUAL);
    String text = script + "\n\n" + result.output();
    assertTrue(result.succeeded(), text);
    State actual = state(trial.scripted());
    SchemaAssert.assertThat(actual.snapshot().schema())
        .as(text)
        .isEqualTo(expected.snapshot().schema());
    assertEquals(expected.snapshot().rows(), actual.snapshot().rows(), text);
    assertEquals(expected.history(), actual.history(), text);
  }

  private State state(DataSource database) throws SQLException {
    return new State(Snapshot.of(database, namespaces), ScriptTrial.history(database, Set.of()));
  }
}
