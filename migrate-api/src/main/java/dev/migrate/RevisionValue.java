package dev.migrate;

import java.util.Objects;
import java.util.function.Consumer;

/** A revision that is a value rather than a class of the user's. */
record RevisionValue(
    Lineage lineage, Consumer<Operations> upgrade, Consumer<Reconciliation> reconciling)
    implements Revision {

  RevisionValue {
    Objects.requireNonNull(lineage, "lineage");
    Objects.requireNonNull(upgrade, "upgrade");
    Objects.requireNonNull(reconciling, "reconcile");
  }

  @Override
  public void upgrade(Operations op) {
    upgrade.accept(op);
  }

  @Override
  public void reconcile(Reconciliation when) {
    reconciling.accept(when);
  }

  @Override
  public String toString() {
    return lineage.toString();
  }
}
