package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.SqlPart;
import dev.migrate.schema.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query of a view, from what the catalogue shows of it. There each table has its database in
 * front, even the one in which the view is: {@code select `app`.`t`.`a` from `app`.`t`}. Without
 * it, the query means the same and creates the view in any database.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/information-schema-views-table.html">The
 *     table VIEWS</a>
 */
final class MysqlViewQuery {

  private MysqlViewQuery() {}

  /**
   * Reads a query.
   *
   * @param current the default database, whose tables the model has without it
   */
  static Expression read(String shown, @Nullable String current) {
    String query = MysqlText.query(shown);
    return Expression.of(current == null ? query : without(current, query));
  }

  /** A query in which something else has the name of the database stays as it is. */
  private static String without(String database, String query) {
    String quoted = "`" + database.replace("`", "``") + "`";
    List<SqlPart> parts = MysqlScriptFormat.SCANNER.parts(query);
    StringBuilder rest = new StringBuilder();
    boolean dropsDot = false;
    for (int i = 0; i < parts.size(); i++) {
      String text = parts.get(i).text();
      boolean named = text.equals(quoted) && !(i > 0 && parts.get(i - 1).text().endsWith("."));
      if (named && !(i + 1 < parts.size() && parts.get(i + 1).text().startsWith("."))) {
        return query;
      } else if (!named) {
        rest.append(dropsDot ? text.substring(1) : text);
      }
      dropsDot = named;
    }
    return rest.toString();
  }
}
