package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.error.MigrateException;
import dev.migrate.report.Script;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Samples of operations, each up and down by a call and by a script. Two databases serve several
 * samples, as long as they are empty in between.
 */
final class ScriptSamples {

  private final ScriptedDatabase contract;
  private @Nullable ScriptTrial trial;

  ScriptSamples(ScriptedDatabase contract) {
    this.contract = contract;
  }

  void run(List<SampleOperations.Sample> samples) throws SQLException {
    try {
      for (SampleOperations.Sample sample : samples) {
        run(sample);
      }
    } finally {
      close();
    }
  }

  private void close() throws SQLException {
    if (trial != null) {
      trial.close();
      trial = null;
    }
  }

  private void run(SampleOperations.Sample sample) throws SQLException {
    List<Revision> revisions = revisions(sample);
    Set<String> namespaces = new TreeSet<>(sample.before().namespaces());
    namespaces.addAll(sample.operation().applyTo(sample.before()).namespaces());
    if (contract.sharesSchemas() && !namespaces.isEmpty()) {
      close();
      run(sample, new ScriptsInTurn(contract, sample, revisions, namespaces)::run);
      return;
    }
    ScriptTrial both = trial == null ? new ScriptTrial(contract) : trial;
    trial = both;
    run(
        sample,
        () -> {
          if (!run(both, sample, revisions)) {
            close();
          }
        });
  }

  /** What a test does with a sample. */
  private interface Trial {
    void run() throws SQLException;
  }

  private static void run(SampleOperations.Sample sample, Trial trial) throws SQLException {
    try {
      trial.run();
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError("sample " + sample, failure);
    }
  }

  private static List<Revision> revisions(SampleOperations.Sample sample) {
    return List.of(
        Revision.of(Lineage.of("given").root(), op -> sample.given().forEach(op::add)),
        Revision.of(Lineage.of("one").after("given"), op -> op.add(sample.operation())));
  }

  /** Returns whether the databases are empty afterwards. */
  private boolean run(ScriptTrial both, SampleOperations.Sample sample, List<Revision> revisions)
      throws SQLException {
    try {
      both.onBoth(database -> ScriptTrial.migrator(database, revisions.subList(0, 1)).upgrade());
    } catch (MigrateException refused) {
      return false;
    }
    if (!isPossible(both, m -> m.upgradeScript(), revisions)) {
      return false;
    }
    for (DataSource database : List.of(both.called(), both.scripted())) {
      try (Connection connection = database.getConnection()) {
        new SampleRows(contract.dialect(), connection).insert(sample.before());
      }
    }
    if (!both.upgrade(revisions) || !isPossible(both, m -> m.downgradeScript("given"), revisions)) {
      return false;
    }
    return both.downgrade(revisions, "given", Mode.USUAL) && isEmptied(both, revisions);
  }

  private static boolean isPossible(
      ScriptTrial both,
      Function<dev.migrate.engine.Migrator, Script> scripting,
      List<Revision> revisions) {
    try {
      Script script = scripting.apply(ScriptTrial.migrator(both.scripted(), revisions));
      script.obstacle().ifPresent(why -> assertTrue(why.contains("Java code"), why));
      return script.obstacle().isEmpty();
    } catch (MigrateException refused) {
      return false;
    }
  }

  private boolean isEmptied(ScriptTrial both, List<Revision> revisions) throws SQLException {
    try {
      both.onBoth(database -> ScriptTrial.migrator(database, revisions).downgrade("base"));
    } catch (MigrateException refused) {
      return false;
    }
    for (DataSource database : List.of(both.called(), both.scripted())) {
      try (Connection connection = database.getConnection()) {
        if (contract.dialect().inspector().relations(connection).stream()
            .anyMatch(name -> !name.name().startsWith("migrate_history"))) {
          return false;
        }
        Set<String> none = Set.of();
        if (!contract.dialect().inspector().inspect(connection, none).enumTypes().isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }
}
