/** What SQLite does differently from the standard. Found by {@link java.util.ServiceLoader}. */
module dev.migrate.dialect.sqlite {
  requires static org.jspecify;
  requires transitive dev.migrate.dialect.ansi;

  exports dev.migrate.dialect.sqlite;

  provides dev.migrate.dialect.DialectProvider with
      dev.migrate.dialect.sqlite.SqliteDialectProvider;
}
