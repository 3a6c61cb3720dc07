/** Ready-made tests for revisions and for dialects, and what they are made of. */
module dev.migrate.testkit {
  requires static org.jspecify;
  requires static java.compiler;
  requires transitive dev.migrate.api;
  requires transitive dev.migrate.engine;
  requires transitive java.sql;
  requires transitive org.junit.jupiter.api;

  exports dev.migrate.testkit;

  uses dev.migrate.dialect.DialectProvider;
}
