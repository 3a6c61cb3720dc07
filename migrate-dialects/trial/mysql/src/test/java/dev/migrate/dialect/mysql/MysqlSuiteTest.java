package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.Effort;
import dev.migrate.testkit.dialect.contract.SequenceContract;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import dev.migrate.testkit.dialect.contract.VendorClient;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = TestServer.MYSQL_URL,
    matches = ".+",
    disabledReason = TestServer.NO_MYSQL)
class MysqlSuiteTest extends MysqlSuite {

  @Override
  TestServer server() {
    return TestServer.mysql();
  }

  @Override
  public Dialect offlineDialect() {
    return new MysqlDialectProvider().dialect(DialectName.MYSQL);
  }

  @Override
  public Path goldenFolder() {
    return GOLDEN.resolve("mysql");
  }

  @Override
  public Optional<String> reasonToSkip(Class<?> contract) {
    return contract == SequenceContract.class
        ? Optional.of("MySQL has no sequences")
        : super.reasonToSkip(contract);
  }

  /** Changes of the schema take several times as long as on MariaDB. */
  @Override
  public Effort effort() {
    return Effort.USUAL
        .randomSequences(Integer.getInteger("migrate.test.sequences", 50) / 8)
        .everyNthOperation(ContractCases.step(4))
        .everyNthDeath(ContractCases.step(32), ContractCases.step(20))
        .everyNthScript(ContractCases.step(30), ContractCases.step(12))
        .pairs(8, 40);
  }

  @Override
  public Stream<Adopted> adopted() {
    return MysqlAdoptions.mysql();
  }

  @Override
  public VendorClient client() {
    return MysqlScriptTest.mysqlClient();
  }

  @Override
  public List<NativeSchema> nativeSchemas() {
    return List.of(
        NativeSchema.quartz("mysql_innodb"),
        NativeSchema.springBatch("mysql"),
        NativeSchema.springSession("mysql"),
        NativeSchema.springModulith("mysql"),
        NativeSchema.jobRunr("mysql"),
        NativeSchema.flowable("mysql"));
  }
}
