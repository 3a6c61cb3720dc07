package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

// snippet: own-downgrade
/** Lets logins be longer; a downgrade cuts those that no longer fit. */
public final class WidenLogin implements Revision {

  public static final RevisionId ID = RevisionId.of("003_widen_login");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(AddAccountEmail.ID);
  }

  @Override
  public void upgrade(Operations op) {
    op.alterColumn("account", "login", type(varchar(200)));
  }

  @Override
  public void downgrade(Operations op) {
    op.execute(
        sql("UPDATE account SET login = substring(login FROM 1 FOR 64)")
            .writes("account", "login")
            .needsNoUndo());
    op.undoUpgrade();
  }
}
// end
