package dev.migrate.quickstart.revision;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

/** The user accounts: a graph of its own, on which two developers work at the same time. */
public final class CreateUser implements Revision {

  /** The revision's id. */
  public static final RevisionId ID = RevisionId.of("001_create_user");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).root().label("accounts").message("user accounts");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "user",
        column("id", integer()).identity(),
        column("username", varchar(80)).notNull(),
        primaryKey("id"),
        unique("username"));
  }
}
