package dev.migrate.quickstart;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the application does with its tables, in plain JDBC that every database understands. */
record SampleData(Connection connection) {

  /** Fills the tables that have no rows, and says which; so it may be called at any time. */
  List<String> fill() throws SQLException {
    List<String> filled = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (StoreRows rows : StoreRows.ALL) {
        if (lines("%s", "SELECT 1 FROM " + quoted(rows.table())).isEmpty()) {
          filled.add(rows.table() + " " + statement.executeUpdate(insert(rows)));
        }
      }
      String user = quoted("user");
      for (String name : lines("%s", "SELECT user_name FROM " + user + " WHERE email IS NULL")) {
        statement.executeUpdate(
            "UPDATE "
                + user
                + " SET email = '"
                + name
                + "@example.org' WHERE user_name = '"
                + name
                + "'");
      }
    }
    return filled;
  }

  private String insert(StoreRows rows) throws SQLException {
    return "INSERT INTO "
        + quoted(rows.table())
        + " ("
        + rows.columns()
        + ") VALUES "
        + rows.values();
  }

  /** {@code user} is a reserved word in some databases, and is quoted there by the revisions. */
  private String quoted(String table) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    return table.equals("user") ? quote + table + quote : table;
  }

  /** Who bought what, a line for each track. */
  List<String> purchases() throws SQLException {
    return lines(
        "%s bought \"%s\" by %s for %s",
        """
        SELECT customer.first_name, track.name, artist.name, invoice_line.unit_price
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
        "id %s, user_name %s, email %s",
        "SELECT id, user_name, email FROM " + quoted("user") + " ORDER BY id");
  }

  /** The number of rows in every table, {@code -} for one that is not there. */
  List<String> counts() throws SQLException {
    Set<String> there = tables();
    List<String> counts = new ArrayList<>();
    for (StoreRows rows : StoreRows.ALL) {
      counts.add(
          there.contains(rows.table())
              ? lines("%s", "SELECT count(*) FROM " + quoted(rows.table())).get(0)
              : "-");
    }
    return counts;
  }

  private Set<String> tables() throws SQLException {
    Set<String> tables = new HashSet<>();
    DatabaseMetaData metaData = connection.getMetaData();
    try (ResultSet rows =
        metaData.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables;
  }

  /** Each row of a query in words. */
  private List<String> lines(String words, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
          values[i] = rows.getString(i + 1);
        }
        lines.add(words.formatted(values));
      }
    }
    return lines;
  }
}
