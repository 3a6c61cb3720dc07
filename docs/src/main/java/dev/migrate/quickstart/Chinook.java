package dev.migrate.quickstart;

import dev.migrate.Revision;
import dev.migrate.quickstart.revision.AddEmail;
import dev.migrate.quickstart.revision.CreateAlbums;
import dev.migrate.quickstart.revision.CreateArtists;
import dev.migrate.quickstart.revision.CreateCustomers;
import dev.migrate.quickstart.revision.CreateEmployees;
import dev.migrate.quickstart.revision.CreateGenres;
import dev.migrate.quickstart.revision.CreateInvoiceLines;
import dev.migrate.quickstart.revision.CreateInvoices;
import dev.migrate.quickstart.revision.CreatePlaylists;
import dev.migrate.quickstart.revision.CreateTracks;
import dev.migrate.quickstart.revision.CreateUser;
import dev.migrate.quickstart.revision.RenameUsername;
import java.util.List;

/**
 * All revisions of the application, in any order: their lineages make the graph.
 *
 * <pre>
 *                                 ┌─ genres ─── tracks ──── playlists ─┐
 *   create_artists ─ create_albums┤                                    ├─ create_invoice_lines
 *                                 └─ employees ─ customers ─ invoices ─┘
 *
 *                    ┌─ 002_add_email         (developer A)
 *   001_create_user ─┤
 *                    └─ 002_rename_username   (developer B)
 * </pre>
 */
public final class Chinook {

  private Chinook() {}

  /**
   * The revisions.
   *
   * @return all of them
   */
  public static List<Revision> revisions() {
    return List.of(
        new CreateArtists(),
        new CreateAlbums(),
        new CreateGenres(),
        new CreateTracks(),
        new CreatePlaylists(),
        new CreateEmployees(),
        new CreateCustomers(),
        new CreateInvoices(),
        new CreateInvoiceLines(),
        new CreateUser(),
        new AddEmail(),
        new RenameUsername());
  }
}
