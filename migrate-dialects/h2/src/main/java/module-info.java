/** What H2 does differently from the standard. Found by {@link java.util.ServiceLoader}. */
module dev.migrate.dialect.h2 {
  requires static org.jspecify;
  requires transitive dev.migrate.dialect.ansi;

  exports dev.migrate.dialect.h2;

  provides dev.migrate.dialect.DialectProvider with
      dev.migrate.dialect.h2.H2DialectProvider;
}
