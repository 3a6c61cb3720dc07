package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** Genres and media types with their rows: the beginning of the catalogue branch. */
public final class CreateGenres implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("create_genres");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID)
        .after(CreateAlbums.ID)
        .label("catalogue")
        .message("genres and media types, with rows");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "genre",
        column("genre_id", integer()),
        column("name", varchar(120)),
        primaryKey("genre_id"));
    op.createTable(
        "media_type",
        column("media_type_id", integer()),
        column("name", varchar(120)),
        primaryKey("media_type_id"));
    op.insert(
        "genre", columns("genre_id", "name"), row(1, "Rock"), row(2, "Jazz"), row(6, "Blues"));
    op.insert(
        "media_type",
        columns("media_type_id", "name"),
        row(1, "MPEG audio file"),
        row(2, "Protected AAC audio file"));
  }
}
