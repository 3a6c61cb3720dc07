package dev.migrate;

import java.util.function.Consumer;

/**
 * One step of a schema's life: where it stands in the graph, and what it changes.
 *
 * <pre>{@code
 * public final class AddAccountEmail implements Revision {
 *
 *   public static final RevisionId ID = RevisionId.of("4f1c09d2ab7e");
 *
 *   @Override
 *   public Lineage lineage() {
 *     return Lineage.of(ID).after(CreateAccounts.ID);
 *   }
 *
 *   @Override
 *   public void upgrade(Operations op) {
 *     op.addColumn("account", column("email", varchar(320)));
 *     op.createIndex("account", index("email").unique());
 *   }
 * }
 * }</pre>
 *
 * <p>The methods are called at any time, any number of times and from any thread, also without a
 * database; they only record. They must record the same operations every time: no clock, no random
 * numbers, no look at the outside.
 */
public interface Revision {

  /**
   * Where this revision stands in the graph.
   *
   * @return its id, parents, dependencies and labels
   */
  Lineage lineage();

  /**
   * Records what this revision changes.
   *
   * @param op takes the operations, in the order in which they run
   */
  void upgrade(Operations op);

  /**
   * Records how the change is undone. Unless overridden this is {@link Operations#undoUpgrade()}:
   * the inverses of the upgrade's operations in reverse order, derived from the schema before each.
   *
   * @param op takes the operations, in the order in which they run
   */
  default void downgrade(Operations op) {
    op.undoUpgrade();
  }

  /**
   * Says how revisions of the branches that this one joins read when the other is already there, if
   * they conflict. Unless overridden it says nothing.
   *
   * @param when takes what runs after what
   */
  default void reconcile(Reconciliation when) {}

  /**
   * A revision as a value, for tests and small applications.
   *
   * @param lineage where it stands
   * @param upgrade what it changes
   */
  static Revision of(Lineage lineage, Consumer<Operations> upgrade) {
    return new RevisionValue(lineage, upgrade, when -> {});
  }

  /**
   * A revision without operations that joins branches.
   *
   * @param lineage where it stands
   */
  static Revision join(Lineage lineage) {
    return join(lineage, when -> {});
  }

  /**
   * A revision without operations that joins branches which conflict.
   *
   * @param lineage where it stands
   * @param reconcile says how the revisions of one branch read when the other is already there
   */
  static Revision join(Lineage lineage, Consumer<Reconciliation> reconcile) {
    return new RevisionValue(lineage, op -> {}, reconcile);
  }
}
