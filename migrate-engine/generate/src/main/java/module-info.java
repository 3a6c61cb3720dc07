/** Writes revisions from the difference of two schemas. */
module dev.migrate.generate {
  requires static org.jspecify;
  requires static java.compiler;
  requires transitive dev.migrate.engine;

  exports dev.migrate.generate;
}
