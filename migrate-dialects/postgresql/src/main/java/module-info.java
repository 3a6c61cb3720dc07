/** What PostgreSQL does differently from the standard. Found by {@link java.util.ServiceLoader}. */
module dev.migrate.dialect.postgresql {
  requires static org.jspecify;
  requires transitive dev.migrate.dialect.ansi;

  exports dev.migrate.dialect.postgresql;

  provides dev.migrate.dialect.DialectProvider with
      dev.migrate.dialect.postgresql.PostgresqlDialectProvider;
}
