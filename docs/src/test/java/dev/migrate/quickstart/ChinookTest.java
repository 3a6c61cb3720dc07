package dev.migrate.quickstart;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChinookTest {

  private final Schema schema = folded();

  @Test
  void everyTableHasTheColumnsOfChinook() {
    Map<String, Integer> columns =
        schema.tables().stream()
            .collect(
                toMap(t -> t.name().name(), t -> t.columns().size(), (a, b) -> a, TreeMap::new));

    assertThat(columns)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("artist", 2),
                Map.entry("album", 3),
                Map.entry("track", 9),
                Map.entry("genre", 2),
                Map.entry("media_type", 2),
                Map.entry("playlist", 2),
                Map.entry("playlist_track", 2),
                Map.entry("employee", 15),
                Map.entry("customer", 13),
                Map.entry("invoice", 9),
                Map.entry("invoice_line", 5),
                Map.entry("user", 3)));
  }

  @Test
  void everyForeignKeyHasItsIndex() {
    for (Table table : schema.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        String index = "ix_" + table.name().name() + "_" + String.join("_", key.columns());
        assertThat(table.indexes()).anyMatch(known -> known.requiredName().equals(index));
      }
    }
    assertThat(schema.tables().stream().flatMap(table -> table.foreignKeys().stream()))
        .extracting(Constraint::requiredName)
        .containsExactlyInAnyOrder(
            "fk_album_artist_id",
            "fk_customer_support_rep_id",
            "fk_employee_reports_to",
            "fk_invoice_customer_id",
            "fk_invoice_line_invoice_id",
            "fk_invoice_line_track_id",
            "fk_playlist_track_playlist_id",
            "fk_playlist_track_track_id",
            "fk_track_album_id",
            "fk_track_genre_id",
            "fk_track_media_type_id");
  }

  @Test
  void theAccountsHaveWhatBothDevelopersWanted() {
    assertThat(schema.tables().stream().filter(table -> table.name().name().equals("user")))
        .singleElement()
        .asString()
        .contains("user_name varchar(80) not null", "email varchar(255)");
  }

  private static Schema folded() {
    Schema schema = Schema.empty();
    for (Revision revision : Chinook.revisions()) {
      for (Operation operation : Recording.of(revision).upgrade()) {
        schema = operation.applyTo(schema);
      }
    }
    return schema;
  }
}
