package dev.migrate.guide;

// snippet: revision
import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** Gives every account an e-mail address; optional until everybody has one. */
public final class AddAccountEmail implements Revision {

  public static final RevisionId ID = RevisionId.of("002_add_email");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(CreateAccounts.ID);
  }

  @Override
  public void upgrade(Operations op) {
    op.addColumn("account", column("email", varchar(320)));
    op.createIndex("account", index("email").unique());
  }
}
// end
