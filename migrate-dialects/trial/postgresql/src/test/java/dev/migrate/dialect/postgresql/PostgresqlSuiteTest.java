package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.index;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.DialectSuite;
import dev.migrate.testkit.dialect.contract.Effort;
import dev.migrate.testkit.dialect.contract.ReadOnlyContract.Switch;
import dev.migrate.testkit.dialect.contract.SessionContract.Setting;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import dev.migrate.testkit.dialect.contract.VendorClient;
import dev.migrate.testkit.dialect.contract.Waits;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlSuiteTest extends DialectSuite {

  @Override
  public Dialect dialect() {
    return LivePostgresql.DIALECT;
  }

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Override
  public DataSource readOnly(DataSource database) {
    return PostgresqlServer.reader(database, "&options=-c%20default_transaction_read_only=on");
  }

  /** DDL is transactional: what is between two commits differs little. */
  @Override
  public Effort effort() {
    return Effort.USUAL
        .randomSequences(Integer.getInteger("migrate.test.sequences", 5))
        .everyNthOperation(ContractCases.step(16))
        .everyNthDeath(ContractCases.step(32), ContractCases.step(24))
        .everyNthScript(ContractCases.step(20), ContractCases.step(10))
        .pairs(20, 80);
  }

  @Override
  public boolean rollsBack() {
    return true;
  }

  @Override
  public Stream<Adopted> adopted() {
    return PostgresqlAdoptionTest.adopted();
  }

  @Override
  public List<String> trigger(String name, String table) {
    return PostgresqlAdoptionTest.trigger(name, table);
  }

  @Override
  public Map<String, Consumer<Operations>> moreMistakes() {
    return PostgresqlMistakes.all();
  }

  @Override
  public int statementsPerRevision() {
    return 2;
  }

  @Override
  public VendorClient client() {
    return PostgresqlScriptTest.client();
  }

  @Override
  public void ownStatements(Operations op) {
    PostgresqlScriptTest.ownStatements(op);
  }

  /** For the transaction that is open, and for those that follow in the session. */
  @Override
  public Optional<Switch> readOnlySwitch() {
    return Optional.of(
        (running, readOnly) -> {
          String mode = readOnly ? "READ ONLY" : "READ WRITE";
          try (Statement statement = running.createStatement()) {
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION " + mode);
            statement.execute("SET TRANSACTION " + mode);
          }
        });
  }

  @Override
  public Waits waits() {
    return new PostgresqlWaits();
  }

  @Override
  public List<Setting> settings() {
    return PostgresqlSessionTest.settings();
  }

  @Override
  public Map<String, BiConsumer<Operations, String>> spellings() {
    return PostgresqlSpellings.all();
  }

  @Override
  public void apart(Operations op, String table) {
    op.createIndexConcurrently(table, index("id").named("ix_apart_" + table));
  }

  @Override
  public List<NativeSchema> nativeSchemas() {
    return List.of(
        NativeSchema.quartz("postgres"),
        NativeSchema.springBatch("postgresql"),
        NativeSchema.springSession("postgresql"),
        NativeSchema.springModulith("postgresql"),
        NativeSchema.jobRunr("postgres"),
        NativeSchema.flowable("postgres"));
  }

  @Override
  public String inUtc(String column, boolean hasZone) {
    return "SELECT " + column + (hasZone ? " AT TIME ZONE 'UTC'" : "") + "::text FROM e";
  }
}
