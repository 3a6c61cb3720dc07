package dev.migrate;

import java.util.function.Consumer;

/**
 * One step in the evolution of a schema: its place in the graph, and what it changes.
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
 * numbers, no input from outside.
 */
public interface Revision {

  /**
   * The place of this revision in the graph.
   *
   * @return its id, parents, dependencies and labels
   */
  Lineage lineage();

  /**
   * Records what this revision changes.
   *
   * @param op records the operations, in the order in which they run
   */
  void upgrade(Operations op);

  /**
   * Records how the change is undone. By default this is {@link Operations#undoUpgrade()}: the
   * inverses of the upgrade's operations in reverse order, derived from the schema before each.
   *
   * @param op records the operations, in the order in which they run
   */
  default void downgrade(Operations op) {
    op.undoUpgrade();
  }

  /**
   * Declares what conflicting revisions of the branches that this one joins do when the other is
   * already applied. Declares nothing by default.
   *
   * @param when records which revision runs differently after which other one
   */
  default void reconcile(Reconciliation when) {}

  /**
   * A revision as a value, for tests and small applications.
   *
   * @param lineage its place in the graph
   * @param upgrade what it changes
   */
  static Revision of(Lineage lineage, Consumer<Operations> upgrade) {
    return new RevisionValue(lineage, upgrade, when -> {});
  }

  /**
   * A revision without operations that joins branches.
   *
   * @param lineage its place in the graph
   */
  static Revision join(Lineage lineage) {
    return join(lineage, when -> {});
  }

  /**
   * A revision without operations that joins branches which conflict.
   *
   * @param lineage its place in the graph
   * @param reconcile declares what the revisions of one branch do when the other is already applied
   */
  static Revision join(Lineage lineage, Consumer<Reconciliation> reconcile) {
    return new RevisionValue(lineage, op -> {}, reconcile);
  }
}
