/** Every dialect at once: H2, PostgreSQL, MySQL, MariaDB and SQLite. Has no code of its own. */
module dev.migrate.dialect.all {
  requires transitive dev.migrate.dialect.h2;
  requires transitive dev.migrate.dialect.postgresql;
  requires transitive dev.migrate.dialect.mysql;
  requires transitive dev.migrate.dialect.sqlite;
}
