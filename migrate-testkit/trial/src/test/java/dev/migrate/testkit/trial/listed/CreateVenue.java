package dev.migrate.testkit.trial.listed;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.primaryKey;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** One of two revisions in a package of their own. */
public final class CreateVenue implements Revision {

  @Override
  public Lineage lineage() {
    return Lineage.of("001_venue").root();
  }

  @Override
  public void upgrade(Operations op) {
    op.createTable("venue", column("id", bigint()), primaryKey("id"));
  }
}
