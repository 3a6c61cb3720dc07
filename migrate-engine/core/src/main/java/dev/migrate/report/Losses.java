package dev.migrate.report;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RawOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The data that operations destroy. If a table is dropped, only its rows are reported, and no
 * earlier losses of it. Reads the operations from the last to the first; not thread-safe.
 */
final class Losses {

  private final Set<QualifiedName> dropped = new HashSet<>();
  private final Deque<String> losses = new ArrayDeque<>();

  private Losses() {}

  /** What is lost, in words, in the order of the operations. */
  static List<String> of(List<Operation> operations, Schema before) {
    List<List<String>> each = new ArrayList<>();
    Set<ElementName> added = new HashSet<>();
    Schema schema = before;
    for (Operation operation : operations) {
      each.add(fillsAdded(operation, added) ? List.of() : operation.dataLoss(schema));
      if (operation instanceof AddColumn add) {
        added.add(ElementName.column(add.table(), add.column().name()));
      }
      schema = operation.applyTo(schema);
    }
    Losses losses = new Losses();
    for (int i = operations.size() - 1; i >= 0; i--) {
      losses.before(operations.get(i), each.get(i));
    }
    return List.copyOf(losses.losses);
  }

  /** A column that was just added has no former values. */
  private static boolean fillsAdded(Operation operation, Set<ElementName> added) {
    return operation instanceof UpdateRows update
        && update.change().assignments().stream()
            .map(assignment -> ElementName.column(update.table(), assignment.column()))
            .allMatch(added::contains);
  }

  /**
   * Values that an upgrade changed and its downgrade does not restore.
   *
   * @param upgrade the operations of the upgrade
   * @param before the schema before the upgrade
   */
  static List<String> forGood(List<Operation> upgrade, Schema before) {
    List<String> losses = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : upgrade) {
      if (operation instanceof AlterColumn alter) {
        alter.lostValues(schema).map(what -> "for good " + what).ifPresent(losses::add);
      }
      schema = operation.applyTo(schema);
    }
    return losses;
  }

  private void before(Operation operation, List<String> lost) {
    List<ElementChange> changes = operation.elementChanges();
    if (operation instanceof RawOperation || changes.stream().noneMatch(this::isOfDropped)) {
      for (int i = lost.size() - 1; i >= 0; i--) {
        losses.push(lost.get(i));
      }
    }
    for (int i = changes.size() - 1; i >= 0; i--) {
      before(changes.get(i));
    }
  }

  /** Whether it is done to a table that goes afterwards, or to a part of it. */
  private boolean isOfDropped(ElementChange change) {
    return dropped.contains(change.element().object())
        && !change.is(Kind.DROPPED, ElementName.Kind.TABLE);
  }

  private void before(ElementChange change) {
    if (change.is(Kind.DROPPED, ElementName.Kind.TABLE)) {
      dropped.add(change.element().object());
    } else if (change.is(Kind.CREATED, ElementName.Kind.TABLE)) {
      dropped.remove(change.element().object());
    } else if (change.is(Kind.RENAMED, ElementName.Kind.TABLE)
        && dropped.remove(change.after().object())) {
      dropped.add(change.element().object());
    }
  }
}
