package dev.migrate.quickstart;

import java.util.List;

/**
 * Rows of one table.
 *
 * @param table the table
 * @param columns its columns that get a value
 * @param values the rows
 */
record StoreRows(String table, String columns, String values) {

  /** The rows of the tables that no revision fills, those that others refer to first. */
  static final List<StoreRows> ALL =
      List.of(
          new StoreRows(
              "artist", "artist_id, name", "(1, 'AC/DC'), (2, 'Accept'), (3, 'Aerosmith')"),
          new StoreRows(
              "album",
              "album_id, title, artist_id",
              """
              (1, 'For Those About To Rock We Salute You', 1),
              (2, 'Balls to the Wall', 2),
              (3, 'Restless and Wild', 2)
              """),
          new StoreRows(
              "track",
              "track_id, name, album_id, media_type_id, genre_id, milliseconds, bytes, unit_price",
              """
              (1, 'For Those About To Rock (We Salute You)', 1, 1, 1, 343719, 11170334, 0.99),
              (2, 'Balls to the Wall', 2, 2, 1, 342562, 5510424, 0.99),
              (3, 'Fast As a Shark', 3, 2, 1, 230619, 3990994, 0.99)
              """),
          new StoreRows("playlist", "playlist_id, name", "(1, 'Music')"),
          new StoreRows("playlist_track", "playlist_id, track_id", "(1, 1), (1, 2), (1, 3)"),
          new StoreRows(
              "employee",
              "employee_id, last_name, first_name, title, reports_to",
              """
              (1, 'Adams', 'Andrew', 'General Manager', NULL),
              (2, 'Edwards', 'Nancy', 'Sales Manager', 1),
              (3, 'Peacock', 'Jane', 'Sales Support Agent', 2)
              """),
          new StoreRows(
              "customer",
              "customer_id, first_name, last_name, email, support_rep_id",
              """
              (14, 'Mark', 'Philips', 'mark@example.org', 3),
              (16, 'Frank', 'Harris', 'frank@example.org', 3)
              """),
          new StoreRows(
              "invoice",
              "invoice_id, customer_id, invoice_date, total",
              "(1, 14, '2026-01-01 10:00:00', 1.98), (2, 16, '2026-01-02 11:30:00', 0.99)"),
          new StoreRows(
              "invoice_line",
              "invoice_line_id, invoice_id, track_id, unit_price, quantity",
              "(1, 1, 2, 0.99, 1), (2, 1, 3, 0.99, 1), (3, 2, 1, 0.99, 1)"),
          new StoreRows("user", "user_name", "('ada'), ('grace')"));
}
