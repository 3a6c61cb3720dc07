package dev.migrate.dialect.sqlite;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.DialectSuite;
import dev.migrate.testkit.dialect.contract.Effort;
import dev.migrate.testkit.dialect.contract.ReadOnlyContract.Switch;
import dev.migrate.testkit.dialect.contract.SequenceContract;
import dev.migrate.testkit.dialect.contract.SessionContract.Setting;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import dev.migrate.testkit.dialect.contract.VendorClient;
import dev.migrate.testkit.dialect.contract.Waits;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

class SqliteSuiteTest extends DialectSuite {

  @Override
  public Dialect dialect() {
    return SqliteDatabases.DIALECT;
  }

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  @Override
  public UrlDataSource sharedDatabase() {
    return SqliteDatabases.shared();
  }

  @Override
  public int processes() {
    return 4;
  }

  @Override
  public DataSource readOnly(DataSource database) {
    return SqliteDatabases.readOnly(database);
  }

  @Override
  public DataSource temporaryDatabase() {
    return SqliteDatabases.sharedMemory();
  }

  @Override
  public DataSource resumedDatabase() {
    return SqliteDatabases.keptMemory();
  }

  @Override
  public DataSource soundnessDatabase() {
    return Databases.of("jdbc:sqlite::memory:?foreign_keys=on", "", "");
  }

  @Override
  public Optional<String> reasonToSkip(Class<?> contract) {
    return contract == SequenceContract.class
        ? Optional.of("SQLite has no sequences")
        : Optional.empty();
  }

  @Override
  public Effort effort() {
    return Effort.USUAL
        .randomSequences(Integer.getInteger("migrate.test.sequences", 300))
        .everyNthDeath(ContractCases.step(2), ContractCases.step(2))
        .pairs(150, 600);
  }

  @Override
  public Stream<Adopted> adopted() {
    return SqliteAdoptions.adopted();
  }

  @Override
  public List<String> trigger(String name, String table) {
    return SqliteAdoptions.trigger(name, table);
  }

  @Override
  public Map<String, Consumer<Operations>> moreMistakes() {
    return SqliteMistakes.all();
  }

  @Override
  public int statementsPerRevision() {
    return 2;
  }

  /** The lock is on a file beside the database, which is attached and set not to be waited for. */
  @Override
  public int overhead() {
    return 16;
  }

  @Override
  public VendorClient client() {
    return SqliteScriptTest.client();
  }

  @Override
  public void ownStatements(Operations op) {
    SqliteScriptTest.ownStatements(op);
  }

  @Override
  public Optional<Switch> readOnlySwitch() {
    return Optional.of(
        (running, readOnly) -> {
          try (Statement statement = running.createStatement()) {
            statement.execute("PRAGMA query_only = " + (readOnly ? "ON" : "OFF"));
          }
        });
  }

  @Override
  public Waits waits() {
    return new SqliteWaits();
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("PRAGMA busy_timeout = 77", "PRAGMA busy_timeout"),
        new Setting("PRAGMA recursive_triggers = 1", "PRAGMA recursive_triggers"),
        new Setting("PRAGMA ignore_check_constraints = 1", "PRAGMA ignore_check_constraints"),
        new Setting("PRAGMA case_sensitive_like = 1", "SELECT 'a' LIKE 'A'"),
        new Setting(
            "ATTACH ':memory:' AS mine",
            "SELECT file FROM pragma_database_list WHERE name = 'mine'"),
        new Setting(
            "CREATE TEMP TABLE mine (n)",
            "SELECT sql FROM sqlite_temp_master WHERE name = 'mine'"));
  }

  /** Quartz has none for SQLite. */
  @Override
  public List<NativeSchema> nativeSchemas() {
    return List.of(
        NativeSchema.springBatch("sqlite"),
        NativeSchema.springSession("sqlite"),
        NativeSchema.jobRunr("sqlite"));
  }

  /**
   * What the pragmas show of every table. A default of NULL is none. SQLite takes NULL into primary
   * keys that do not say NOT NULL, except for numbers of rows; the model's never do.
   *
   * @see <a href="https://www.sqlite.org/lang_createtable.html#the_primary_key">Primary keys</a>
   */
  @Override
  public List<String> ownWords(Connection connection) throws SQLException {
    List<String> words = new ArrayList<>();
    for (String query :
        List.of(
            "SELECT t.name, c.name, upper(c.type), c.\"notnull\" OR c.pk,"
                + " nullif(upper(c.dflt_value), 'NULL'), c.pk, c.hidden"
                + " FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'"
                + " AND t.name NOT LIKE 'sqlite%' ORDER BY 1, c.cid",
            "SELECT t.name, i.\"unique\", i.origin, i.partial, c.seqno, c.name, c.desc, c.coll"
                + " FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c"
                + " WHERE t.type = 'table' AND c.key ORDER BY 1, 2, 3, i.name, 5",
            "SELECT t.name, f.\"table\", f.seq, f.\"from\", f.\"to\", f.on_update, f.on_delete"
                + " FROM sqlite_master t, pragma_foreign_key_list(t.name) f"
                + " WHERE t.type = 'table' ORDER BY 1, 2, f.id, 3")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          StringJoiner row = new StringJoiner(" ");
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(rows.getString(i));
          }
          words.add(row.toString());
        }
      }
    }
    return words;
  }

  @Override
  public String inUtc(String column, boolean hasZone) {
    return "SELECT " + column + " FROM e";
  }
}
