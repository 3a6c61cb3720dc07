package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The albums; the last revision before the work on catalogue and sales goes on side by side. */
public final class CreateAlbums implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_albums");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateArtists.ID).message("albums");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "album",
        column("album_id", integer()),
        column("title", varchar(160)).notNull(),
        column("artist_id", integer()).notNull(),
        primaryKey("album_id"),
        foreignKey("artist_id").references("artist"),
        index("artist_id"));
  }
}
