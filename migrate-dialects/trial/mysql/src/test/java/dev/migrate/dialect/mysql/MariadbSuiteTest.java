package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.Effort;
import dev.migrate.testkit.dialect.contract.UndeclaredContract.Adopted;
import dev.migrate.testkit.dialect.contract.VendorClient;
import dev.migrate.testkit.dialect.sample.NativeSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

class MariadbSuiteTest extends MysqlSuite {

  @Override
  TestServer server() {
    return TestServer.mariadb();
  }

  @Override
  public Dialect offlineDialect() {
    return new MysqlDialectProvider().dialect(DialectName.MARIADB);
  }

  @Override
  public Path goldenFolder() {
    return GOLDEN.resolve("mariadb");
  }

  @Override
  public DataSource databaseWithSequences() {
    return TestServer.mariadb().onlyDatabase();
  }

  @Override
  public Effort effort() {
    return Effort.USUAL
        .randomSequences(Integer.getInteger("migrate.test.sequences", 12))
        .everyNthOperation(ContractCases.step(4))
        .everyNthDeath(ContractCases.step(16), ContractCases.step(12))
        .everyNthScript(ContractCases.step(20), ContractCases.step(10))
        .pairs(20, 80);
  }

  @Override
  public Stream<Adopted> adopted() {
    return MysqlAdoptions.mariadb();
  }

  @Override
  public VendorClient client() {
    return MysqlScriptTest.mariadbClient();
  }

  @Override
  public List<NativeSchema> nativeSchemas() {
    return List.of(
        NativeSchema.quartz("mysql_innodb"),
        NativeSchema.springBatch("mariadb"),
        NativeSchema.springSession("mysql"),
        NativeSchema.springModulith("mariadb"),
        NativeSchema.jobRunr("mariadb"),
        NativeSchema.flowable("mysql"));
  }
}
