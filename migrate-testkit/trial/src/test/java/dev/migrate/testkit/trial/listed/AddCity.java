package dev.migrate.testkit.trial.listed;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** One of two revisions in a package of their own. */
public final class AddCity implements Revision {

  @Override
  public Lineage lineage() {
    return Lineage.of("002_city").after("001_venue");
  }

  @Override
  public void upgrade(Operations op) {
    op.addColumn("venue", column("city", varchar(40)));
  }
}
