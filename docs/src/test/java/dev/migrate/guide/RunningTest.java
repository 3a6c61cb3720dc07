package dev.migrate.guide;

import static dev.migrate.Ddl.H2;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.docs.Snippets;
import dev.migrate.docs.Snippets.Block;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Check;
import dev.migrate.report.Drift;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.Outcome;
import dev.migrate.report.Plan;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.Script;
import dev.migrate.report.StampOutcome;
import dev.migrate.report.ValidationException;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.UnmodelledElement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The examples about running migrations, each on an H2 of its own. */
class RunningTest {

  private final DataSource dataSource;

  RunningTest(TestInfo test) {
    dataSource = Guide.database(test.getDisplayName().replaceAll("\\W", ""));
  }

  @Test
  void theReadmeRuns() {
    // snippet: run
    Migrator migrator =
        Migrator.on(dataSource).revisions(new CreateAccounts(), new AddAccountEmail()).build();

    System.out.println(migrator.upgradeScript()); // the SQL; nothing runs
    Outcome outcome = migrator.upgrade(); // runs what is missing
    migrator.downgrade("-1"); // undoes the last revision
    // end
    assertThat(outcome.revisions()).containsExactly(CreateAccounts.ID, AddAccountEmail.ID);
    assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly(CreateAccounts.ID);
  }

  @Test
  void everythingThatCanBeSet() {
    MigrationListener listener = event -> {};
    // snippet: builder
    Migrator migrator =
        Migrator.on(dataSource) // or a Connection, or a Jdbi
            .revisions(Guide.revisions())
            .historyTable("migrate_history") // "app.migrate_history" for a schema
            .lockTimeout(Duration.ofMinutes(5)) // how long to wait for another process
            .listener(listener)
            .build();
    // end
    assertThat(migrator.upgrade().isEmpty()).isFalse();
    assertThat(migrator.upgrade().isEmpty()).isTrue();
  }

  @Test
  void aScriptIsLookedAtWithoutRunning(@TempDir Path folder) {
    Migrator migrator = Migrator.on(dataSource).revisions(Guide.revisions()).build();
    // snippet: script
    Script script = migrator.upgradeScript();
    Plan plan = script.plan();
    plan.dataLoss().forEach(System.out::println); // what would be gone, in words
    script.obstacle().ifPresent(System.out::println); // why it ends before the plan does
    script.writeTo(folder.resolve("upgrade.sql")); // for psql, mysql, sqlite3 or RunScript
    // end
    assertThat(folder.resolve("upgrade.sql")).content().contains("CREATE TABLE account");
    assertThat(migrator.current()).isEmpty();
  }

  @Test
  void aScriptThatWasRunByHandHasKeptTheHistory() throws SQLException {
    Migrator migrator = Migrator.on(dataSource).revisions(Guide.revisions()).build();
    String script = migrator.upgradeScript().toString();
    try (Connection connection = dataSource.getConnection()) {
      RunScript.execute(connection, new StringReader(script));
    }

    assertThat(migrator.upgrade().isEmpty()).isTrue();
    assertThat(migrator.downgrade("base").revisions()).hasSize(3);
  }

  @Test
  void aScriptCanBeMadeWithoutADatabase() {
    // snippet: offline
    OfflineMigrator offline = OfflineMigrator.of(H2, RevisionGraph.of(Guide.revisions()));
    Script up = offline.upgradeScript("base:heads");
    Script down = offline.downgradeScript("heads:002_add_email");
    // end
    assertThat(up.statements()).isNotEmpty();
    assertThat(down.plan().revisions()).containsExactly(WidenLogin.ID);
  }

  @Test
  void revisionsAreListedWithTheirState() {
    Migrator migrator = Migrator.on(dataSource).revisions(Guide.revisions()).build();
    migrator.upgrade(AddAccountEmail.ID);
    // snippet: listing
    List<RevisionInfo> applied = migrator.current(); // applied, nothing applied above
    List<RevisionInfo> heads = migrator.heads(); // nothing comes after them
    List<RevisionInfo> all = migrator.history(); // every revision, in order
    List<RevisionInfo> pending = migrator.history("current:heads");
    RevisionInfo one = migrator.show("002"); // the start of an id is enough
    // end
    assertThat(applied).extracting(RevisionInfo::id).containsExactly(AddAccountEmail.ID);
    assertThat(heads).extracting(RevisionInfo::id).containsExactly(WidenLogin.ID);
    assertThat(all).hasSize(3);
    assertThat(pending).extracting(RevisionInfo::id).contains(WidenLogin.ID);
    assertThat(one.isApplied()).isTrue();
  }

  @Test
  void aListenerHearsOfEveryStatement() {
    Map<String, Duration> slow = new TreeMap<>();
    List<String> done = new ArrayList<>();
    // snippet: listener
    MigrationListener listener =
        event -> {
          if (event instanceof MigrationEvent.StatementExecuted executed) {
            slow.put(executed.statement().sql(), executed.duration());
          } else if (event instanceof MigrationEvent.RevisionFinished finished) {
            done.add(finished.step().id() + " " + finished.number() + "/" + finished.total());
          }
        };
    Migrator.on(dataSource).revisions(Guide.revisions()).listener(listener).build().upgrade();
    // end
    assertThat(done)
        .containsExactly("001_create_accounts 1/3", "002_add_email 2/3", "003_widen_login 3/3");
    assertThat(slow.keySet()).anyMatch(sql -> sql.startsWith("CREATE TABLE account"));
  }

  @Test
  void anExistingDatabaseIsStamped() throws SQLException {
    Migrator migrator = Migrator.on(dataSource).revisions(Guide.revisions()).build();
    migrator.upgrade(CreateAccounts.ID);
    execute("DROP TABLE migrate_history", "CREATE TABLE report (id integer)");
    // snippet: stamp
    StampOutcome outcome = migrator.stamp("001_create_accounts"); // nothing runs
    List<ElementName> others = outcome.undeclared(); // tables and more that no revision mentions
    List<UnmodelledElement> unmodelled = outcome.unmodelled(); // triggers, grants, routines …
    // end
    assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly(CreateAccounts.ID);
    assertThat(others).extracting(ElementName::toString).containsExactly("table report");
    assertThat(unmodelled).isEmpty();
  }

  @Test
  void aDifferenceIsAcceptedWithAReason() throws SQLException {
    Migrator migrator = Migrator.on(dataSource).revisions(Guide.revisions()).build();
    migrator.upgrade(CreateAccounts.ID);
    execute("DROP TABLE migrate_history", "ALTER TABLE account DROP CONSTRAINT ck_account_balance");
    // snippet: stamp-accepting
    migrator.stampAccepting("the check comes back in 005", "001_create_accounts");
    // end
    assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly(CreateAccounts.ID);
  }

  @Test
  void aDatabaseIsChecked() throws SQLException, IOException {
    Migrator migrator = Migrator.on(dataSource).revisions(Guide.revisions()).build();
    migrator.upgrade(CreateAccounts.ID, AddAccountEmail.ID);
    SchemaSource model =
        (dialect, recorded) ->
            DeclaredSchema.of(recorded.with(table("report", column("id", integer())).table()));
    execute(
        "ALTER TABLE account ALTER COLUMN email SET DATA TYPE varchar(200)",
        "ALTER TABLE account DROP CONSTRAINT ck_account_balance",
        "CREATE TABLE legacy (id integer)");
    // snippet: check
    Check check = migrator.check(model); // or check(), without a model
    boolean content = check.isContent(); // nothing to do
    List<RevisionInfo> pending = check.pending(); // what upgrade() would run
    Drift drift = migrator.drift(); // the database beside its history alone
    List<ElementName> unknown = drift.unknown(); // what cannot be compared
    // end
    assertThat(content).isFalse();
    assertThat(pending).extracting(RevisionInfo::id).containsExactly(WidenLogin.ID);
    assertThat(check.drift()).isEqualTo(drift);
    assertThat(unknown).isEmpty();
    for (Block block : Snippets.blocks(Path.of("guide.md"), "report")) {
      Snippets.require(block, check + "\n");
    }
  }

  @Test
  void anApplicationThatMustNotMigrateValidates() {
    Migrator migrator = Migrator.on(dataSource).revisions(Guide.revisions()).build();
    migrator.upgrade();
    // snippet: validate
    migrator.validate(); // a ValidationException if upgrade() would have something to do
    // end
    Migrator newer = Migrator.on(Guide.database("empty")).revisions(Guide.revisions()).build();
    assertThatThrownBy(newer::validate).isInstanceOf(ValidationException.class);
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
