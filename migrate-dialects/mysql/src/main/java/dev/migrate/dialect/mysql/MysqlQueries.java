package dev.migrate.dialect.mysql;

/**
 * What is asked of the information schema, for one database at a time: only where a query names the
 * database, the server does not look into all others. Several databases are asked in one query.
 *
 * <p>No query joins: each catalogue table is computed anew, table by table of the database. What
 * would be a join is put together by {@link MysqlCatalogue}.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/information-schema.html">Of MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/information-schema-tables/">Of MariaDB</a>
 */
final class MysqlQueries {

  static final String SCHEMAS = "SELECT SCHEMA_NAME, DATABASE() FROM INFORMATION_SCHEMA.SCHEMATA";

  static final String RELATIONS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, DATABASE()
        FROM INFORMATION_SCHEMA.TABLES
       WHERE TABLE_TYPE IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
         AND TABLE_SCHEMA NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys')
      """;

  static final String TABLES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, TABLE_COMMENT, TABLE_COLLATION
        FROM INFORMATION_SCHEMA.TABLES
       WHERE TABLE_SCHEMA = ?
      """;

  static final String COLUMNS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE,
             COLUMN_DEFAULT, EXTRA, GENERATION_EXPRESSION, COLLATION_NAME, COLUMN_COMMENT
        FROM INFORMATION_SCHEMA.COLUMNS
       WHERE TABLE_SCHEMA = ?
      """;

  /** The placeholder stands for the expression of a part, which only MySQL has. */
  static final String INDEXES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, COLLATION, SUB_PART,
             NON_UNIQUE, INDEX_TYPE, {expression}
        FROM INFORMATION_SCHEMA.STATISTICS
       WHERE TABLE_SCHEMA = ?
      """;

  static final String REFERENCES =
      """
      SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
        FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
       WHERE CONSTRAINT_SCHEMA = ?
      """;

  static final String REFERENCE_COLUMNS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME,
             REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
        FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
       WHERE TABLE_SCHEMA = ? AND REFERENCED_TABLE_NAME IS NOT NULL
      """;

  static final String CHECKS_OF_MARIADB =
      """
      SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, LEVEL
        FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
       WHERE CONSTRAINT_SCHEMA = ?
      """;

  /** MySQL keeps its catalogue in tables, and can join them. */
  static final String CHECKS_OF_MYSQL =
      """
      SELECT t.TABLE_SCHEMA, t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE, 'Table'
        FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS c
        JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS t
          ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
         AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME
         AND t.CONSTRAINT_TYPE = 'CHECK'
       WHERE c.CONSTRAINT_SCHEMA = ?
      """;

  static final String VIEWS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION
        FROM INFORMATION_SCHEMA.VIEWS
       WHERE TABLE_SCHEMA = ?
      """;

  private MysqlQueries() {}
}
