package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Script;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.contract.VendorClient.Mode;
import dev.migrate.testkit.dialect.contract.VendorClient.Result;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.OneConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Two databases with the same revisions: one is migrated by calls, the other one by scripts that
 * the vendor's client runs. Not thread-safe.
 */
final class ScriptTrial implements AutoCloseable {

  /** When and by whom a revision ran differs. */
  private static final Set<String> OWN = Set.of("applied_at", "applied_by", "duration", "session");

  private final ScriptedDatabase contract;
  private final OneConnection called;
  private final OneConnection scripted;
  private final Set<String> namespaces = new TreeSet<>();
  private String output = "";

  ScriptTrial(ScriptedDatabase contract) {
    this.contract = contract;
    this.called = new OneConnection(contract.emptyDatabase());
    this.scripted = new OneConnection(contract.emptyDatabase());
  }

  DataSource called() {
    return called;
  }

  DataSource scripted() {
    return scripted;
  }

  /** What the client printed last. */
  String output() {
    return output;
  }

  static Migrator migrator(DataSource database, List<Revision> revisions) {
    return Migrator.on(database).revisions(revisions).build();
  }

  /** Does something by calls in both databases. */
  void onBoth(Consumer<DataSource> action) {
    action.accept(called);
    action.accept(scripted);
  }

  /** Runs SQL in both databases. */
  void execute(String... statements) throws SQLException {
    for (DataSource database : List.of(called, scripted)) {
      new TestDatabase(database).execute(statements);
    }
  }

  /** Upgrades one database by a call, the other one by a script; returns whether that went well. */
  boolean upgrade(List<Revision> revisions) throws SQLException {
    return both(revisions, Migrator::upgrade, Migrator::upgradeScript, Mode.USUAL);
  }

  boolean upgrade(List<Revision> revisions, Mode mode) throws SQLException {
    return both(revisions, Migrator::upgrade, Migrator::upgradeScript, mode);
  }

  boolean downgrade(List<Revision> revisions, String target, Mode mode) throws SQLException {
    return both(revisions, m -> m.downgrade(target), m -> m.downgradeScript(target), mode);
  }

  private boolean both(
      List<Revision> revisions,
      Consumer<Migrator> call,
      Function<Migrator, Script> scripting,
      Mode mode)
      throws SQLException {
    Script script = scripting.apply(migrator(scripted, revisions));
    script.plan().steps().forEach(step -> namespaces.addAll(step.before().namespaces()));
    script.plan().steps().forEach(step -> namespaces.addAll(step.after().namespaces()));
    boolean succeeded = true;
    try {
      call.accept(migrator(called, revisions));
    } catch (StatementException failed) {
      succeeded = false;
    }
    Result result = run(script, mode);
    if (mode == Mode.USUAL) {
      assertEquals(succeeded, result.succeeded(), () -> script + "\n\n" + result.output());
    }
    if (succeeded || !isGrouped(script)) {
      requireEqual(script.toString());
    }
    return succeeded;
  }

  /**
   * Whether a revision runs in several transactions: a script has more statements in one of them
   * than the call, so that both stop at different statements.
   */
  private boolean isGrouped(Script script) {
    return contract.dialect().capabilities().transactionalDdl()
        && script.steps().stream().anyMatch(step -> !step.inOneTransaction());
  }

  /** Runs a script on the database of the scripts. */
  Result run(Script script, Mode mode) {
    try {
      Path folder = Files.createTempDirectory("script");
      Path file = folder.resolve("script.sql");
      script.writeTo(file);
      Result result = contract.client().run(scripted.target, file, mode);
      output = result.output();
      try (var files = Files.list(folder)) {
        for (Path each : files.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(folder);
      return result;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  void requireEqual(String description) throws SQLException {
    requireEqual(description, Set.of());
  }

  /** Compares apart from these columns of the history. */
  void requireEqual(String description, Set<String> apart) throws SQLException {
    String text = description + "\n\n" + output;
    Snapshot expected = Snapshot.of(called, namespaces);
    Snapshot actual = Snapshot.of(scripted, namespaces);
    SchemaAssert.assertThat(actual.schema()).as(text).isEqualTo(expected.schema());
    assertEquals(expected.rows(), actual.rows(), text);
    assertEquals(history(called, apart), history(scripted, apart), text);
  }

  /** The history without what differs from run to run, in the order of application. */
  static List<String> history(DataSource database, Set<String> apart) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!Snapshot.hasHistory(connection)) {
        return List.of();
      }
      String order = TestDatabase.dialect(connection).renderer().name("position");
      ResultSet found = statement.executeQuery("SELECT * FROM migrate_history ORDER BY " + order);
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          String column = found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
          if (!OWN.contains(column) && !apart.contains(column)) {
            row.add(column + "=" + found.getString(i));
          }
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  void requireOutput(String text) {
    assertTrue(output.contains(text), output);
  }

  @Override
  public void close() throws SQLException {
    called.close();
    scripted.close();
  }
}
