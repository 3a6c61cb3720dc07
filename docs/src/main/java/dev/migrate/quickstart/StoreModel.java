package dev.migrate.quickstart;

import static dev.migrate.Ddl.*;

import dev.migrate.model.Model;
import dev.migrate.schema.DeclaredTable;
import java.util.List;

/**
 * The schema that the store wants, in the words of its revisions: what they have made in twelve
 * steps, in one place.
 */
final class StoreModel {

  private StoreModel() {}

  static Model model() {
    return Model.of(tables());
  }

  private static List<DeclaredTable> tables() {
    return List.of(
        table(
            "artist",
            column("artist_id", integer()),
            column("name", varchar(120)),
            primaryKey("artist_id")),
        table(
            "album",
            column("album_id", integer()),
            column("title", varchar(160)).notNull(),
            column("artist_id", integer()).notNull(),
            primaryKey("album_id"),
            foreignKey("artist_id").references("artist"),
            index("artist_id")),
        table(
            "genre",
            column("genre_id", integer()),
            column("name", varchar(120)),
            primaryKey("genre_id")),
        table(
            "media_type",
            column("media_type_id", integer()),
            column("name", varchar(120)),
            primaryKey("media_type_id")),
        track(),
        table(
            "playlist",
            column("playlist_id", integer()),
            column("name", varchar(120)),
            primaryKey("playlist_id")),
        table(
            "playlist_track",
            column("playlist_id", integer()),
            column("track_id", integer()),
            primaryKey("playlist_id", "track_id"),
            foreignKey("playlist_id").references("playlist"),
            foreignKey("track_id").references("track"),
            index("playlist_id"),
            index("track_id")),
        employee(),
        customer(),
        invoice(),
        table(
            "invoice_line",
            column("invoice_line_id", integer()),
            column("invoice_id", integer()).notNull(),
            column("track_id", integer()).notNull(),
            column("unit_price", decimal(10, 2)).notNull(),
            column("quantity", integer()).notNull(),
            primaryKey("invoice_line_id"),
            foreignKey("invoice_id").references("invoice"),
            foreignKey("track_id").references("track"),
            index("invoice_id"),
            index("track_id")),
        table(
            "user",
            column("id", integer()).identity(),
            column("user_name", varchar(80)).notNull(),
            column("email", varchar(255)),
            primaryKey("id"),
            unique("user_name")));
  }

  private static DeclaredTable track() {
    return table(
        "track",
        column("track_id", integer()),
        column("name", varchar(200)).notNull(),
        column("album_id", integer()),
        column("media_type_id", integer()).notNull(),
        column("genre_id", integer()),
        column("composer", varchar(220)),
        column("milliseconds", integer()).notNull(),
        column("bytes", integer()),
        column("unit_price", decimal(10, 2)).notNull(),
        primaryKey("track_id"),
        foreignKey("album_id").references("album"),
        foreignKey("genre_id").references("genre"),
        foreignKey("media_type_id").references("media_type"),
        index("album_id"),
        index("genre_id"),
        index("media_type_id"));
  }

  private static DeclaredTable employee() {
    return table(
        "employee",
        column("employee_id", integer()),
        column("last_name", varchar(20)).notNull(),
        column("first_name", varchar(20)).notNull(),
        column("title", varchar(30)),
        column("reports_to", integer()),
        column("birth_date", timestamp()),
        column("hire_date", timestamp()),
        column("address", varchar(70)),
        column("city", varchar(40)),
        column("state", varchar(40)),
        column("country", varchar(40)),
        column("postal_code", varchar(10)),
        column("phone", varchar(24)),
        column("fax", varchar(24)),
        column("email", varchar(60)),
        primaryKey("employee_id"),
        foreignKey("reports_to").references("employee"),
        index("reports_to"));
  }

  private static DeclaredTable customer() {
    return table(
        "customer",
        column("customer_id", integer()),
        column("first_name", varchar(40)).notNull(),
        column("last_name", varchar(20)).notNull(),
        column("company", varchar(80)),
        column("address", varchar(70)),
        column("city", varchar(40)),
        column("state", varchar(40)),
        column("country", varchar(40)),
        column("postal_code", varchar(10)),
        column("phone", varchar(24)),
        column("fax", varchar(24)),
        column("email", varchar(60)).notNull(),
        column("support_rep_id", integer()),
        primaryKey("customer_id"),
        foreignKey("support_rep_id").references("employee"),
        index("support_rep_id"));
  }

  private static DeclaredTable invoice() {
    return table(
        "invoice",
        column("invoice_id", integer()),
        column("customer_id", integer()).notNull(),
        column("invoice_date", timestamp()).notNull(),
        column("billing_address", varchar(70)),
        column("billing_city", varchar(40)),
        column("billing_state", varchar(40)),
        column("billing_country", varchar(40)),
        column("billing_postal_code", varchar(10)),
        column("total", decimal(10, 2)).notNull(),
        primaryKey("invoice_id"),
        foreignKey("customer_id").references("customer"),
        index("customer_id"));
  }
}
