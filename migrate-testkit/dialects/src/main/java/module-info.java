/** What every dialect must do, as tests that run on its database. */
module dev.migrate.testkit.dialect {
  requires static org.jspecify;
  requires static java.compiler;
  requires transitive dev.migrate.testkit;

  exports dev.migrate.testkit.dialect.contract;
  exports dev.migrate.testkit.dialect.jdbc;
  exports dev.migrate.testkit.dialect.sample;

  uses dev.migrate.dialect.DialectProvider;
}
