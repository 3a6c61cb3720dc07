package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;

// snippet: create-table
/** Teams, and the accounts in them. */
public final class CreateAccounts implements Revision {

  public static final RevisionId ID = RevisionId.of("001_create_accounts");

  @Override
  public Lineage lineage() {
    return Lineage.of(ID).root().message("teams and accounts");
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "team",
        column("id", bigint()).identity(),
        column("name", varchar(80)).notNull(),
        primaryKey("id"),
        unique("name"));
    op.createTable(
        "account",
        column("id", bigint()).identity(),
        column("team_id", bigint()).notNull(),
        column("login", varchar(64)).notNull(),
        column("balance", decimal(12, 2)).notNull().defaultTo(0),
        column("created_at", timestamp()).notNull().defaultTo(currentTimestamp()),
        primaryKey("id"),
        unique("login"),
        foreignKey("team_id").references("team").onDelete(CASCADE),
        check("balance >= 0").named("ck_account_balance"),
        index("team_id"),
        comment("who may log in"));
  }
}
// end
