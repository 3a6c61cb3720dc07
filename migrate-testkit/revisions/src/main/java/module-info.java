/** Ready-made tests for revisions. */
module dev.migrate.testkit {
  requires static org.jspecify;
  requires transitive dev.migrate.api;
  requires transitive dev.migrate.engine;
  requires transitive java.sql;
  requires transitive org.junit.jupiter.api;

  exports dev.migrate.testkit;

  uses dev.migrate.dialect.DialectProvider;
}
