/** Plans and runs revisions on a database, and keeps their history. */
module dev.migrate.engine {
  requires static org.jspecify;
  requires transitive dev.migrate.api;
  requires transitive java.sql;
  requires transitive org.jdbi.v3.core;
  requires org.slf4j;
  requires tools.jackson.core;

  exports dev.migrate.engine;
  exports dev.migrate.report;
  exports dev.migrate.source;
  exports dev.migrate.engine.call to
      dev.migrate.generate;
  exports dev.migrate.engine.connect to
      dev.migrate.commands,
      dev.migrate.generate;
  exports dev.migrate.engine.live to
      dev.migrate.generate;

  uses dev.migrate.dialect.DialectProvider;
}
