package dev.migrate.dialect.h2;

import dev.migrate.dialect.Place;
import dev.migrate.dialect.Renderer;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The current schema of a connection to H2. If it has a search path, H2 looks for names there that
 * are not in that schema.
 */
final class H2Place {

  private static final String STATE =
      "SELECT STATE_KEY, STATE_COMMAND, CURRENT_SCHEMA AS case_probe"
          + " FROM INFORMATION_SCHEMA.SESSION_STATE WHERE STATE_KEY LIKE 'SCHEMA%'"
          + " UNION ALL SELECT SETTING_NAME, SETTING_VALUE, CURRENT_SCHEMA"
          + " FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'MODE' ORDER BY 1";

  private H2Place() {}

  /**
   * One query. The path is set before the schema, which it leaves alone.
   *
   * @throws UnsupportedByDialectException if the database has a setting under which nothing can be
   *     migrated
   */
  static Place of(Connection connection, Renderer renderer) throws SQLException {
    try {
      return read(connection, renderer);
    } catch (SQLException failure) {
      throw H2RefusedSettings.refusal(failure).orElseThrow(() -> failure);
    }
  }

  private static Place read(Connection connection, Renderer renderer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(STATE)) {
      boolean upper = H2Inspector.storesUpper(rows, 3);
      List<String> commands = new ArrayList<>();
      boolean hasPath = false;
      String schema = "";
      while (rows.next()) {
        schema = rows.getString(3);
        if (rows.getString(1).equals("MODE")) {
          H2RefusedSettings.requireMode(rows.getString(2));
        } else {
          commands.add(0, rows.getString(2));
        }
        hasPath |= rows.getString(1).equals("SCHEMA_SEARCH_PATH");
      }
      String name = new H2Names(renderer, upper, schema).model(schema);
      return Place.in(name, commands).ambiguous(hasPath);
    }
  }

  /**
   * H2 looks into the current schema first, so a table that is there is the one. Without a search
   * path it looks nowhere else. H2 asks the condition for each row, so what costs most comes last;
   * the function {@code DB_OBJECT_ID} would tell too, but only to administrators.
   */
  static String fromCurrentSchema(String name, QualifiedName table) {
    if (table.namespace().isPresent()) {
      return name;
    }
    return name
        + " WHERE CURRENT_PATH = ''"
        + orIsThere(table.name().toUpperCase(Locale.ROOT))
        + orIsThere(table.name());
  }

  /** By one name alone, which H2 looks up; of a list of names it makes a scan. */
  private static String orIsThere(String name) {
    return " OR EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES"
        + " WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND TABLE_NAME = '"
        + name.replace("'", "''")
        + "')";
  }
}
