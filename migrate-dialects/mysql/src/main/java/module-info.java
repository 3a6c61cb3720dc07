/** What MySQL and MariaDB do differently. Found by {@link java.util.ServiceLoader}. */
module dev.migrate.dialect.mysql {
  requires static org.jspecify;
  requires transitive dev.migrate.dialect.ansi;

  exports dev.migrate.dialect.mysql;

  provides dev.migrate.dialect.DialectProvider with
      dev.migrate.dialect.mysql.MysqlDialectProvider;
}
