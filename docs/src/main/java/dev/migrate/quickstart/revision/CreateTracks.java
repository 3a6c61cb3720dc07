package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The tracks. */
public final class CreateTracks implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_tracks");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateGenres.ID).message("tracks");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
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
}
