package dev.migrate.dialect.sqlite;

/**
 * The query on SQLite's catalogue: the statements by which everything was created, in one table
 * that every version has by this name.
 *
 * @see <a href="https://www.sqlite.org/schematab.html">The schema table</a>
 */
final class SqliteQueries {

  private SqliteQueries() {}

  /**
   * Tables come before what belongs to them. An index without a statement is a constraint's. The
   * placeholder stands for whether a table is a virtual one's own.
   */
  static final String OBJECTS =
      """
      SELECT type, name, tbl_name, sql, {shadow}
        FROM main.sqlite_master AS o
       WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, rowid
      """;

  /** From SQLite 3.37 on. */
  static final String SHADOW =
      """
      EXISTS (SELECT 1 FROM pragma_table_list AS l
               WHERE l.schema = 'main' AND l.name = o.name AND l.type = 'shadow')\
      """;

  static final String RELATIONS =
      """
      SELECT name
        FROM main.sqlite_master
       WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      """;
}
