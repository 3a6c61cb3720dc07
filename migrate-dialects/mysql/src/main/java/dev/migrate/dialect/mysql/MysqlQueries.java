package dev.migrate.dialect.mysql;

/**
 * The queries on the information schema, for one database at a time: only where a query names the
 * database, the server does not look into all others. Several databases are asked in one query.
 *
 * <p>No query joins: each catalogue table is computed again, table by table of the database. What
 * would be a join is put together by {@link MysqlCatalogue}.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/information-schema.html">Of MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/information-schema-tables/">Of MariaDB</a>
 */
final class MysqlQueries {

  static final String SCHEMAS =
      """
      SELECT SCHEMA_NAME, DATABASE(), DEFAULT_COLLATION_NAME, CURRENT_USER(), @@event_scheduler
        FROM INFORMATION_SCHEMA.SCHEMATA
      """;

  static final String CHARACTER_SETS =
      "SELECT CHARACTER_SET_NAME, DEFAULT_COLLATE_NAME FROM INFORMATION_SCHEMA.CHARACTER_SETS";

  static final String RELATIONS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, DATABASE()
        FROM INFORMATION_SCHEMA.TABLES
       WHERE TABLE_TYPE IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
         AND TABLE_SCHEMA NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys')
      """;

  static final String WITHOUT_TRANSACTIONS =
      """
      SELECT t.TABLE_SCHEMA, t.TABLE_NAME, DATABASE()
        FROM INFORMATION_SCHEMA.TABLES t
        JOIN INFORMATION_SCHEMA.ENGINES e ON e.ENGINE = t.ENGINE
       WHERE t.TABLE_TYPE <> 'VIEW' AND COALESCE(e.TRANSACTIONS, 'NO') <> 'YES'
         AND t.TABLE_SCHEMA NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys')
      """;

  static final String TABLES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, TABLE_COMMENT, TABLE_COLLATION, ENGINE,
             CREATE_OPTIONS
        FROM INFORMATION_SCHEMA.TABLES
       WHERE TABLE_SCHEMA = ?
      """;

  /** The placeholder stands for a number of a spatial reference system, which only MySQL has. */
  static final String COLUMNS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE,
             COLUMN_DEFAULT, EXTRA, GENERATION_EXPRESSION, COLLATION_NAME, COLUMN_COMMENT,
             {srs}
        FROM INFORMATION_SCHEMA.COLUMNS
       WHERE TABLE_SCHEMA = ?
      """;

  /**
   * The placeholders stand for the expression of a part, which only MySQL has, and for whether the
   * index is used.
   */
  static final String INDEXES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, COLLATION, SUB_PART,
             NON_UNIQUE, INDEX_TYPE, {expression}, {visible}, INDEX_COMMENT
        FROM INFORMATION_SCHEMA.STATISTICS
       WHERE TABLE_SCHEMA = ?
      """;

  /** An index shows that there is a primary key; it is also a constraint. */
  static final String HIDES_CONSTRAINTS =
      """
      SELECT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.STATISTICS
                      WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY')
         AND NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
                          WHERE TABLE_SCHEMA = DATABASE() AND CONSTRAINT_TYPE = 'PRIMARY KEY')
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
      SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, LEVEL, 'YES'
        FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
       WHERE CONSTRAINT_SCHEMA = ?
      """;

  /** MySQL keeps its catalogue in tables, and can join them. */
  static final String CHECKS_OF_MYSQL =
      """
      SELECT t.TABLE_SCHEMA, t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE, 'Table', t.ENFORCED
        FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS c
        JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS t
          ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA
         AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME
         AND t.CONSTRAINT_TYPE = 'CHECK'
       WHERE c.CONSTRAINT_SCHEMA = ?
      """;

  /** The placeholder stands for the algorithm, which only MariaDB shows. */
  static final String VIEWS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, SECURITY_TYPE, DEFINER,
             {algorithm}
        FROM INFORMATION_SCHEMA.VIEWS
       WHERE TABLE_SCHEMA = ?
      """;

  static final String PARTITIONS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, PARTITION_ORDINAL_POSITION, SUBPARTITION_ORDINAL_POSITION,
             PARTITION_METHOD, PARTITION_EXPRESSION, SUBPARTITION_METHOD, SUBPARTITION_EXPRESSION,
             PARTITION_NAME, PARTITION_DESCRIPTION
        FROM INFORMATION_SCHEMA.PARTITIONS
       WHERE TABLE_SCHEMA = ? AND PARTITION_NAME IS NOT NULL
      """;

  /** What the model does not hold: its kind, its name, its table if it has one, and the rest. */
  static final String OBJECTS =
      """
      SELECT TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, 'trigger', TRIGGER_NAME,
             CONCAT(ACTION_TIMING, ' ', EVENT_MANIPULATION)
        FROM INFORMATION_SCHEMA.TRIGGERS
       WHERE TRIGGER_SCHEMA = ?
       UNION ALL
      SELECT ROUTINE_SCHEMA, NULL, LOWER(ROUTINE_TYPE), ROUTINE_NAME, ''
        FROM INFORMATION_SCHEMA.ROUTINES
       WHERE ROUTINE_SCHEMA = ?
       UNION ALL
      SELECT TABLE_SCHEMA, TABLE_NAME, 'grant', GRANTEE, PRIVILEGE_TYPE
        FROM INFORMATION_SCHEMA.TABLE_PRIVILEGES
       WHERE TABLE_SCHEMA = ?
       UNION ALL
      SELECT TABLE_SCHEMA, TABLE_NAME, 'grant', GRANTEE,
             CONCAT(PRIVILEGE_TYPE, ' (', COLUMN_NAME, ')')
        FROM INFORMATION_SCHEMA.COLUMN_PRIVILEGES
       WHERE TABLE_SCHEMA = ?
      """;

  /** More of the objects; a server without a scheduler refuses to show them. */
  static final String EVENTS =
      """
       UNION ALL
      SELECT EVENT_SCHEMA, NULL, 'event', EVENT_NAME, ''
        FROM INFORMATION_SCHEMA.EVENTS
       WHERE EVENT_SCHEMA = ?
      """;

  private MysqlQueries() {}
}
