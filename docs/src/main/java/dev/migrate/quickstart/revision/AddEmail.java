package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** Developer A, working after {@link CreateUser}: every account may have an e-mail address. */
public final class AddEmail implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("002_add_email");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateUser.ID).message("developer A's new column");
  }

  @Override
  public void upgrade(Operations op) {
    op.addColumn("user", column("email", varchar(255)));
  }
}
