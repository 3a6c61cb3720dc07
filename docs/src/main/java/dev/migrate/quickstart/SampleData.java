package dev.migrate.quickstart;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the application does with its tables, in plain JDBC. */
record SampleData(Connection connection) {

  /** Fills the tables that have no rows, and says which; so it may be called at any time. */
  List<String> fill() throws SQLException {
    List<String> filled = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (SampleRows rows : SampleRows.ALL) {
        if (lines("SELECT 1 FROM " + rows.table()).isEmpty()) {
          filled.add(rows.name() + " " + statement.executeUpdate(rows.insert()));
        }
      }
      statement.executeUpdate(
          "UPDATE \"user\" SET email = user_name || '@example.org' WHERE email IS NULL");
    }
    return filled;
  }

  /** Who bought what, a line for each track. */
  List<String> purchases() throws SQLException {
    return lines(
        """
        SELECT customer.first_name || ' bought "' || track.name || '" by ' || artist.name
                 || ' for ' || invoice_line.unit_price
          FROM invoice_line
          JOIN invoice ON invoice.invoice_id = invoice_line.invoice_id
          JOIN customer ON customer.customer_id = invoice.customer_id
          JOIN track ON track.track_id = invoice_line.track_id
          JOIN album ON album.album_id = track.album_id
          JOIN artist ON artist.artist_id = album.artist_id
         ORDER BY invoice_line.invoice_line_id
        """);
  }

  /** The accounts, with the column of each developer. */
  List<String> accounts() throws SQLException {
    return lines(
        """
        SELECT 'id ' || id || ', user_name ' || user_name || ', email ' || email
          FROM "user" ORDER BY id
        """);
  }

  /** The number of rows in every table, {@code -} for one that is not there. */
  List<String> counts() throws SQLException {
    List<String> there =
        lines(
            "SELECT lower(table_name) FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA");
    List<String> counts = new ArrayList<>();
    for (SampleRows rows : SampleRows.ALL) {
      counts.add(
          there.contains(rows.name()) ? lines("SELECT count(*) FROM " + rows.table()).get(0) : "-");
    }
    return counts;
  }

  private List<String> lines(String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }
}
