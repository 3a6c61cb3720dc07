package dev.migrate.engine.execute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A check of a script found what should not be there. */
final class CheckFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int MOST_ROWS = 5;

  private CheckFailure(String rows) {
    super(rows);
  }

  /** Looks at what a check found. */
  static void requireNone(ResultSet found) throws SQLException, CheckFailure {
    List<String> rows = new ArrayList<>();
    while (found.next()) {
      if (rows.size() == MOST_ROWS) {
        rows.add("and more");
        break;
      }
      List<String> values = new ArrayList<>();
      for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
        values.add(found.getMetaData().getColumnLabel(column) + " " + found.getString(column));
      }
      rows.add(String.join(", ", values));
    }
    if (!rows.isEmpty()) {
      throw new CheckFailure(String.join("\n", rows));
    }
  }
}
