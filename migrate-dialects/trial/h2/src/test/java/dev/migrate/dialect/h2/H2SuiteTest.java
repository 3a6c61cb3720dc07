package dev.migrate.dialect.h2;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.DeferredRowsContract;
import dev.migrate.testkit.dialect.contract.DialectSuite;
import dev.migrate.testkit.dialect.contract.Effort;
import dev.migrate.testkit.dialect.contract.SessionContract.Setting;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import dev.migrate.testkit.dialect.contract.VendorClient;
import dev.migrate.testkit.dialect.contract.Waits;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

class H2SuiteTest extends DialectSuite {

  private static final String SETTINGS =
      "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ";

  private static final String STATE =
      "SELECT STATE_COMMAND FROM INFORMATION_SCHEMA.SESSION_STATE WHERE STATE_KEY = ";

  @Override
  public Dialect dialect() {
    return new H2Dialect("H2 2.5");
  }

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  @Override
  public UrlDataSource sharedDatabase() {
    return H2Server.emptyDatabase();
  }

  @Override
  public int processes() {
    return 4;
  }

  @Override
  public DataSource readOnly(DataSource database) {
    return H2Reader.of(database);
  }

  /** Only admins see the present names of the columns of a key, until the database is reopened. */
  @Override
  public boolean isVisibleToReaders(Operation operation) {
    return !(operation instanceof RenameColumn);
  }

  @Override
  public DataSource temporaryDatabase() {
    return UrlDataSource.h2();
  }

  @Override
  public DataSource emptyDatabase(TimeZone zone) {
    String name = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;TIME ZONE=";
    return Databases.of(name + zone.getID(), "sa", "");
  }

  @Override
  public Optional<String> reasonToSkip(Class<?> contract) {
    return contract == DeferredRowsContract.class
        ? Optional.of("H2 has no deferrable constraints")
        : Optional.empty();
  }

  @Override
  public Effort effort() {
    return Effort.USUAL
        .randomSequences(Integer.getInteger("migrate.test.sequences", 200))
        .everyNthDeath(ContractCases.step(2), ContractCases.step(2))
        .pairs(400, 300);
  }

  @Override
  public Stream<Adopted> adopted() {
    return H2AdoptionTest.adopted();
  }

  @Override
  public List<String> trigger(String name, String table) {
    return H2AdoptionTest.trigger(name, table);
  }

  @Override
  public Map<String, Consumer<Operations>> moreMistakes() {
    return H2Mistakes.all();
  }

  @Override
  public int statementsPerRevision() {
    return 3;
  }

  /** The limit on waiting is read from the session. */
  @Override
  public int overhead() {
    return 11;
  }

  @Override
  public VendorClient client() {
    return H2ScriptTest::run;
  }

  @Override
  public void ownStatements(Operations op) {
    H2ScriptTest.ownStatements(op);
  }

  @Override
  public Waits waits() {
    return new H2Waits();
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("SET SCHEMA INFORMATION_SCHEMA", "SELECT CURRENT_SCHEMA"),
        new Setting("SET LOCK_TIMEOUT 77", "SELECT LOCK_TIMEOUT()"),
        new Setting("SET QUERY_TIMEOUT 7700", SETTINGS + "'QUERY_TIMEOUT'"),
        new Setting("SET TIME ZONE 'Asia/Tokyo'", SETTINGS + "'TIME ZONE'"),
        new Setting("SET NON_KEYWORDS VALUE", SETTINGS + "'NON_KEYWORDS'"),
        new Setting("SET VARIABLE_BINARY TRUE", SETTINGS + "'VARIABLE_BINARY'"),
        new Setting("SET @mine = 5", "SELECT @mine"),
        new Setting(
            "CREATE LOCAL TEMPORARY TABLE mine (n INT) TRANSACTIONAL", STATE + "'TABLE MINE'"));
  }

  /** H2 reads what is committed, and keeps nothing of it. */
  @Override
  public boolean readsOpenATransaction() {
    return false;
  }

  @Override
  public Map<String, BiConsumer<Operations, String>> spellings() {
    return H2Spellings.all();
  }

  @Override
  public List<NativeSchema> nativeSchemas() {
    return List.of(
        NativeSchema.quartz("h2"),
        NativeSchema.springBatch("h2"),
        NativeSchema.springSession("h2"),
        NativeSchema.springModulith("h2"),
        NativeSchema.jobRunr("h2"),
        NativeSchema.flowable("h2"));
  }

  @Override
  public String inUtc(String column, boolean hasZone) {
    return "SELECT CAST(" + column + (hasZone ? " AT TIME ZONE 'UTC'" : "") + " AS VARCHAR) FROM e";
  }

  @Override
  public Optional<Path> soundnessFolder() {
    return Optional.of(Path.of("src/test/resources/soundness"));
  }
}
