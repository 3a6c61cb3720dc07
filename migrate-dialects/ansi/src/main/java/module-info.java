/** The standard SQL renderer that dialects extend; each says only what differs. */
module dev.migrate.dialect.ansi {
  requires static org.jspecify;
  requires transitive dev.migrate.api;

  exports dev.migrate.dialect.ansi;
}
