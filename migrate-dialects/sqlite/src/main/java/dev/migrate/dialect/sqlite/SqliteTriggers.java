package dev.migrate.dialect.sqlite;

import dev.migrate.operation.DropColumn;
import java.util.Locale;

/**
 * Triggers that name a column. SQLite drops a column although a trigger updates it, and then every
 * change that the trigger follows fails.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#altertabdropcol">DROP COLUMN</a>
 */
final class SqliteTriggers {

  private SqliteTriggers() {}

  /** A query for triggers that name both the table and the column as words of their own. */
  static String naming(SqliteTables tables, DropColumn operation) {
    String table = operation.table().name();
    String problem =
        "|| ' names the column "
            + operation.column().replace("'", "''")
            + ": drop the trigger first, and create it again without the column'";
    return "SELECT 'trigger ' || name "
        + problem
        + " AS problem FROM sqlite_master WHERE type = 'trigger' AND "
        + hasWord(tables, operation.column())
        + " AND (tbl_name = "
        + tables.definitions().literals().text(table)
        + " COLLATE NOCASE OR "
        + hasWord(tables, table)
        + ")";
  }

  /** GLOB knows classes of characters, and cases too. */
  private static String hasWord(SqliteTables tables, String word) {
    StringBuilder pattern = new StringBuilder("*[^a-z0-9_$]");
    for (char character : word.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean special = character == '*' || character == '?' || character == '[';
      pattern.append(special ? "[" + character + "]" : String.valueOf(character));
    }
    pattern.append("[^a-z0-9_$]*");
    return "lower(sql) GLOB " + tables.definitions().literals().text(pattern.toString());
  }
}
