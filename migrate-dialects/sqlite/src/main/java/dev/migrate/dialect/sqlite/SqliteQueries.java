package dev.migrate.dialect.sqlite;

/**
 * What is asked of SQLite's catalogue: the statements by which everything was created, in one table
 * that every version has by this name.
 *
 * @see <a href="https://www.sqlite.org/schematab.html">The schema table</a>
 */
final class SqliteQueries {

  private SqliteQueries() {}

  /** Tables come before the indexes of them. An index without a statement is a constraint's. */
  static final String OBJECTS =
      """
      SELECT type, name, tbl_name, sql
        FROM main.sqlite_master
       WHERE type IN ('table', 'index', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY CASE type WHEN 'table' THEN 1 ELSE 2 END, rowid
      """;

  static final String RELATIONS =
      """
      SELECT name
        FROM main.sqlite_master
       WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      """;
}
