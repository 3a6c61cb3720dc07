package dev.migrate;

import java.util.Objects;
import java.util.function.Consumer;

/** A revision given as a value instead of a class. */
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
