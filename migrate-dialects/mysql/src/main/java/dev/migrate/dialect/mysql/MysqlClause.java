package dev.migrate.dialect.mysql;

/**
 * One of the changes that {@code ALTER TABLE} lists.
 *
 * @param sql the SQL
 * @param isDrop whether it drops something, so that it comes before what is added
 */
record MysqlClause(String sql, boolean isDrop) {

  static MysqlClause drop(String sql) {
    return new MysqlClause(sql, true);
  }

  static MysqlClause of(String sql) {
    return new MysqlClause(sql, false);
  }
}
