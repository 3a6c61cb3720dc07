package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** Developer B, also working after {@link CreateUser}: a better name for a column. */
public final class RenameUsername implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("002_rename_username");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateUser.ID).message("developer B's better name");
  }

  @Override
  public void upgrade(Operations op) {
    op.renameColumn("user", "username", "user_name");
  }
}
