/**
 * What users and dialects write against: revisions, operations, the schema model and the dialect
 * SPI. Needs nothing but the JDK at run time.
 */
module dev.migrate.api {
  requires static org.jspecify;
  requires transitive java.sql;

  exports dev.migrate;
  exports dev.migrate.dialect;
  exports dev.migrate.error;
  exports dev.migrate.model;
  exports dev.migrate.operation;
  exports dev.migrate.schema;
}
