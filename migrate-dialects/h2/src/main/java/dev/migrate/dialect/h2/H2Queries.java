package dev.migrate.dialect.h2;

/**
 * The queries on H2's catalogue. Its names are written bare, so that they follow the database's own
 * case.
 *
 * <p>No query joins: H2 computes a catalogue table again for each row of the other side. What would
 * be a join is put together by {@link H2Catalogue}.
 *
 * @see <a href="https://h2database.com/html/systemtables.html">H2's information schema</a>
 */
final class H2Queries {

  /** Stands for the schemas to read; as many question marks as there are. */
  static final String SCHEMAS = "{schemas}";

  static final String OBJECTS =
      """
      SELECT 'TABLE', TABLE_SCHEMA, TABLE_NAME, REMARKS, 0, 0, NULL, NULL, NULL, NULL, NULL
        FROM INFORMATION_SCHEMA.TABLES
       WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA IN ({schemas})
      UNION ALL
      SELECT 'VIEW', TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, 0, 0, NULL, NULL, NULL, NULL,
             REMARKS
        FROM INFORMATION_SCHEMA.VIEWS
       WHERE TABLE_SCHEMA IN ({schemas})
      UNION ALL
      SELECT 'SEQUENCE', SEQUENCE_SCHEMA, SEQUENCE_NAME, CYCLE_OPTION, START_VALUE, INCREMENT,
             DATA_TYPE, MINIMUM_VALUE, MAXIMUM_VALUE, CACHE, REMARKS
        FROM INFORMATION_SCHEMA.SEQUENCES
       WHERE SEQUENCE_SCHEMA IN ({schemas})
      """;

  /**
   * By the tables, and so that H2 looks up the columns of each: else it makes the rows of all its
   * own tables first, which takes longer than all other queries together.
   */
  static final String COLUMNS =
      columns(
          """
          (SELECT TABLE_SCHEMA AS place, TABLE_NAME AS name FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA IN ({schemas})) known
          LEFT JOIN INFORMATION_SCHEMA.COLUMNS c
            ON c.TABLE_NAME = known.name AND c.TABLE_SCHEMA = known.place
          """);

  /** Those of temporary tables too, which H2 does not find by their tables. */
  static final String COLUMNS_OF_ALL =
      columns("INFORMATION_SCHEMA.COLUMNS c WHERE c.TABLE_SCHEMA IN ({schemas})\n");

  private static String columns(String from) {
    return """
    SELECT c.TABLE_SCHEMA, c.TABLE_NAME, COLUMN_NAME,
           DATA_TYPE_SQL(c.TABLE_SCHEMA, c.TABLE_NAME, 'TABLE', DTD_IDENTIFIER),
           DOMAIN_SCHEMA, DOMAIN_NAME, IS_NULLABLE, COLUMN_DEFAULT, IDENTITY_GENERATION,
           GENERATION_EXPRESSION, REMARKS, IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_CYCLE,
           COLUMN_ON_UPDATE, IS_VISIBLE, DEFAULT_ON_NULL
      FROM \
    """
        + from
        + "ORDER BY ORDINAL_POSITION";
  }

  /**
   * Of all schemas, because a foreign key may refer to any. H2 reports the names that the columns
   * had when the constraint was made, until the database is opened again; see {@link #CONSTRAINTS}.
   */
  static final String KEYS =
      """
      SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
             POSITION_IN_UNIQUE_CONSTRAINT
        FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
       ORDER BY ORDINAL_POSITION
      """;

  /**
   * What each kind of row adds comes before the constraints themselves. Their definitions have the
   * columns' present names, but are for admins only.
   */
  static final String CONSTRAINTS =
      """
      SELECT 1, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE, NULL, NULL, NULL
        FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
      UNION ALL
      SELECT 2, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA,
             UNIQUE_CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
        FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
      UNION ALL
      SELECT 3, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_TYPE,
             CASE WHEN EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.USERS
                                WHERE USER_NAME = CURRENT_USER AND IS_ADMIN)
                  THEN DB_OBJECT_SQL('CONSTRAINT', CONSTRAINT_SCHEMA, CONSTRAINT_NAME) END
        FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
       WHERE TABLE_SCHEMA IN ({schemas})
       ORDER BY 1
      """;

  /** An index is generated if H2 made it for a constraint, and goes with it. */
  static final String INDEXES =
      """
      SELECT 0, INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, NULL, NULL, FALSE
        FROM INFORMATION_SCHEMA.INDEXES
       WHERE NOT IS_GENERATED AND TABLE_SCHEMA IN ({schemas})
      UNION ALL
      SELECT ORDINAL_POSITION, INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
             ORDERING_SPECIFICATION, IS_UNIQUE
        FROM INFORMATION_SCHEMA.INDEX_COLUMNS
       WHERE TABLE_SCHEMA IN ({schemas})
       ORDER BY 1
      """;

  /** All columns, because not every version of H2 reports how NULLs are treated. */
  static final String CONSTRAINT_ATTRIBUTES =
      "SELECT * FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA IN ({schemas})";

  static final String INDEX_ATTRIBUTES =
      "SELECT * FROM INFORMATION_SCHEMA.INDEXES"
          + " WHERE NOT IS_GENERATED AND TABLE_SCHEMA IN ({schemas})";

  /** What the model has no place for: kind, schema, name, the table it belongs to, and the rest. */
  static final String OTHERS =
      """
      SELECT LOWER(TABLE_TYPE) || ' table', TABLE_SCHEMA, TABLE_NAME, NULL, ''
        FROM INFORMATION_SCHEMA.TABLES
       WHERE TABLE_TYPE = 'GLOBAL TEMPORARY' AND TABLE_SCHEMA IN ({schemas})
      UNION ALL
      SELECT 'materialized view', TABLE_SCHEMA, TABLE_NAME, NULL, ''
        FROM INFORMATION_SCHEMA.TABLES
       WHERE TABLE_CLASS LIKE '%MaterializedView' AND TABLE_SCHEMA IN ({schemas})
      UNION ALL
      SELECT 'trigger', TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_TABLE,
             ACTION_TIMING || ' ' || EVENT_MANIPULATION
        FROM INFORMATION_SCHEMA.TRIGGERS
       WHERE TRIGGER_SCHEMA IN ({schemas})
      UNION ALL
      SELECT 'domain', DOMAIN_SCHEMA, DOMAIN_NAME, NULL, DATA_TYPE
        FROM INFORMATION_SCHEMA.DOMAINS
       WHERE DOMAIN_SCHEMA IN ({schemas})
      UNION ALL
      SELECT LOWER(ROUTINE_TYPE), ROUTINE_SCHEMA, ROUTINE_NAME, NULL, ''
        FROM INFORMATION_SCHEMA.ROUTINES
       WHERE ROUTINE_SCHEMA IN ({schemas})
      UNION ALL
      SELECT 'constant', CONSTANT_SCHEMA, CONSTANT_NAME, NULL, VALUE_DEFINITION
        FROM INFORMATION_SCHEMA.CONSTANTS
       WHERE CONSTANT_SCHEMA IN ({schemas})
      UNION ALL
      SELECT 'synonym', SYNONYM_SCHEMA, SYNONYM_NAME, NULL, SYNONYM_FOR
        FROM INFORMATION_SCHEMA.SYNONYMS
       WHERE SYNONYM_SCHEMA IN ({schemas})
       ORDER BY 1, 2, 3
      """;

  /** Rights on tables, views and schemas; to those who are not admins, their own. */
  static final String GRANTS =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME, GRANTEE, RIGHTS
        FROM INFORMATION_SCHEMA.RIGHTS
       WHERE TABLE_SCHEMA IN ({schemas}) AND TABLE_NAME IS NOT NULL
       ORDER BY 1, 2, 3
      """;

  private H2Queries() {}
}
