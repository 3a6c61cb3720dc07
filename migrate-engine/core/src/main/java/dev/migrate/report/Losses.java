package dev.migrate.report;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The data that is gone after operations. Where a table goes, its rows say it all: what was lost of
 * it before does not count. Reads the operations from the last to the first; not thread-safe.
 */
final class Losses {

  private final Set<QualifiedName> dropped = new HashSet<>();
  private final Deque<String> losses = new ArrayDeque<>();

  private Losses() {}

  /** What is lost, in words, in the order of the operations. */
  static List<String> of(List<Operation> operations, Schema before) {
    List<List<String>> each = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      each.add(operation.dataLoss(schema));
      schema = operation.applyTo(schema);
    }
    Losses losses = new Losses();
    for (int i = operations.size() - 1; i >= 0; i--) {
      losses.before(operations.get(i), each.get(i));
    }
    return List.copyOf(losses.losses);
  }

  /**
   * What an upgrade has changed in values, and undoing it does not restore.
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
    boolean isReported = table(operation).filter(dropped::contains).isPresent();
    if (!isReported) {
      for (int i = lost.size() - 1; i >= 0; i--) {
        losses.push(lost.get(i));
      }
    }
    if (operation instanceof DropTable drop) {
      dropped.add(drop.table());
    } else if (operation instanceof CreateTable create) {
      dropped.remove(create.table().name());
    } else if (operation instanceof RenameTable rename
        && dropped.remove(rename.table().sibling(rename.newName()))) {
      dropped.add(rename.table());
    }
  }

  /** The table of which an operation changes values. */
  private static Optional<QualifiedName> table(Operation operation) {
    if (operation instanceof DeleteRows delete) {
      return Optional.of(delete.table());
    } else if (operation instanceof UpdateRows update) {
      return Optional.of(update.table());
    } else if (operation instanceof DropColumn drop) {
      return Optional.of(drop.table());
    } else if (operation instanceof AlterColumn alter) {
      return Optional.of(alter.table());
    }
    return Optional.empty();
  }
}
