package dev.migrate.quickstart.revision;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Reconciliation;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** Developers B and C have agreed: the column is called {@code login}. */
// snippet: agree
public final class AgreeOnName implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("003_agree_on_name");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).after(RenameUsername.ID, RenameToLogin.ID);
  }

  @Override
  public void reconcile(Reconciliation when) {
    when.runs(RenameToLogin.ID)
        .after(RenameUsername.ID, op -> op.renameColumn("user", "user_name", "login"));
    when.runs(RenameUsername.ID).after(RenameToLogin.ID, op -> {});
  }

  @Override
  public void upgrade(Operations op) {
    // Both names are settled above.
  }
}
// end
