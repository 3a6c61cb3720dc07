/** What H2 does differently from the standard. */
module dev.migrate.dialect.h2 {
  requires static org.jspecify;
  requires transitive dev.migrate.dialect.ansi;

  exports dev.migrate.dialect.h2;
}
