package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The playlists: the end of the catalogue branch. */
public final class CreatePlaylists implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_playlists");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateTracks.ID).message("playlists");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "playlist",
        column("playlist_id", integer()),
        column("name", varchar(120)),
        primaryKey("playlist_id"));
    op.createTable(
        "playlist_track",
        column("playlist_id", integer()),
        column("track_id", integer()),
        primaryKey("playlist_id", "track_id"),
        foreignKey("playlist_id").references("playlist"),
        foreignKey("track_id").references("track"),
        index("playlist_id"),
        index("track_id"));
  }
}
