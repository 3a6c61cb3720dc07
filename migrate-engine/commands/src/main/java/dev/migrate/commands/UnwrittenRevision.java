package dev.migrate.commands;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** A revision that only has its place in the graph. */
record UnwrittenRevision(Lineage lineage) implements Revision {

  @Override
  public void upgrade(Operations op) {}
}
