package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The artists: the first revision of the music store. */
public final class CreateArtists implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_artists");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).root().message("artists");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "artist",
        column("artist_id", integer()),
        column("name", varchar(120)),
        primaryKey("artist_id"));
  }
}
