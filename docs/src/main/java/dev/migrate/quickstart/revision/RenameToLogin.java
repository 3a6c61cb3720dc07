package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** Developer C, who does not know what {@link RenameUsername} does: another name for a column. */
public final class RenameToLogin implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("002_rename_to_login");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateUser.ID).message("developer C's better name");
  }

  @Override
  public void upgrade(Operations op) {
    op.renameColumn("user", "username", "login");
  }
}
