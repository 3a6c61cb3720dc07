/** Plans, renders, executes and records migrations. */
module dev.migrate.engine {
  requires static org.jspecify;
  requires transitive dev.migrate.api;
  requires tools.jackson.core;

  exports dev.migrate.report;
}
