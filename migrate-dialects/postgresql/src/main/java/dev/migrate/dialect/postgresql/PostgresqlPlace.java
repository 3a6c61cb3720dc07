package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Place;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema in which names are that have none: the first one of the {@code search_path} that is
 * there. The others on the path come after it, and temporary objects before it.
 *
 * @param path the setting, as the server reports it
 * @param schemas the schemas on it that are there, in order
 * @param user the name that {@code "$user"} stands for
 * @param hasTemporaryObjects whether the session has any
 * @param isReadOnly whether transactions are read-only
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH">5.10.3
 *     The Schema Search Path in the manual</a>
 */
record PostgresqlPlace(
    String path,
    List<String> schemas,
    String user,
    boolean hasTemporaryObjects,
    boolean isReadOnly) {

  private static final String QUERY =
      "SELECT current_setting('search_path'), current_schemas(false), current_user,"
          + " pg_my_temp_schema() <> 0 AND EXISTS"
          + " (SELECT 1 FROM pg_class WHERE relnamespace = pg_my_temp_schema()),"
          + " current_setting('transaction_read_only') = 'on'";

  private static final String ADVICE =
      "make a schema current: currentSchema=… in the URL, or ALTER ROLE … SET search_path = …;\n"
          + "if the schema is missing, create it first";

  static Place of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      return new PostgresqlPlace(
              row.getString(1),
              List.of((String[]) row.getArray(2).getArray()),
              row.getString(3),
              row.getBoolean(4),
              row.getBoolean(5))
          .place();
    }
  }

  private Place place() {
    List<String> restore = List.of(set(path));
    if (schemas.isEmpty()) {
      return Place.none(ADVICE, restore).readOnly(isReadOnly);
    }
    List<String> entries = entries();
    return Place.in(schemas.get(0), List.of(set(fixed())))
        .ambiguous(schemas.size() > 1 || hasTemporaryObjects)
        .movable(entries.size() > schemas.size())
        .implicit(entries.contains("$user") && isUsers(entries))
        .readOnly(isReadOnly)
        .restoredBy(restore);
  }

  private boolean isUsers(List<String> entries) {
    return schemas.get(0).equals(user) && !entries.contains(user);
  }

  /** Nothing that is created later is before these schemas, and temporary objects are not. */
  private String fixed() {
    List<String> names = new ArrayList<>(schemas.stream().map(PostgresqlPlace::quoted).toList());
    names.add("pg_temp");
    return String.join(", ", names);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String set(String path) {
    return "SELECT set_config('search_path', '" + path.replace("'", "''") + "', false)";
  }

  /** The names on the path: in quotes as they are, else in lower case. */
  private List<String> entries() {
    List<String> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    boolean quotes = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '"') {
        boolean doubled = quotes && i + 1 < path.length() && path.charAt(i + 1) == '"';
        quotes = doubled || !quotes;
        if (doubled) {
          entry.append(c);
          i++;
        }
      } else if (c == ',' && !quotes) {
        entries.add(entry.toString());
        entry.setLength(0);
      } else if (quotes || !Character.isWhitespace(c)) {
        entry.append(c);
      }
    }
    entries.add(entry.toString());
    entries.removeIf(String::isEmpty);
    return entries;
  }

  /**
   * A table of another schema on the path has no row for this, so an empty one is none of ours
   * either. The inner query is asked once, whatever the number of rows.
   */
  static String fromCurrentSchema(String name, QualifiedName table) {
    return table.namespace().isPresent()
        ? name
        : name
            + " WHERE tableoid = (SELECT c.oid FROM pg_class c"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = current_schema() AND c.relname = '"
            + table.name().replace("'", "''")
            + "')";
  }
}
