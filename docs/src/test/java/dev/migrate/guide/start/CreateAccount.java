package dev.migrate.guide.start;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The accounts, before anybody had an e-mail address. */
public final class CreateAccount implements Revision {

  public static final RevisionId ID = RevisionId.of("20261128_0910_create_account");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).root();
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "account",
        column("id", bigint()).identity(),
        column("login", varchar(64)).notNull(),
        primaryKey("id"),
        unique("login"));
  }
}
