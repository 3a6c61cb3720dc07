package dev.migrate.generate;

import dev.migrate.model.Rename;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order in which constraints and indexes get other names. Many databases have one space for
 * these names in a schema, so a name is free before another element gets it.
 */
final class RenameOrder {

  private final Schema before;
  private final Schema target;
  private final Map<ElementName, String> pending = new LinkedHashMap<>();
  private final List<Operation> ordered = new ArrayList<>();
  private Schema current;

  private RenameOrder(Schema before, Schema target) {
    this.before = before;
    this.target = target;
    this.current = before;
  }

  /** The renames in an order in which they run; those of other elements stay as they are. */
  static List<Operation> of(List<Operation> renames, Schema before, Schema target) {
    RenameOrder order = new RenameOrder(before, target);
    for (Operation rename : renames) {
      if (rename instanceof RenameConstraint || rename instanceof RenameIndex) {
        ElementChange change = rename.elementChanges().get(0);
        order.pending.put(change.element(), change.after().part().orElseThrow());
      } else {
        order.ordered.add(rename);
      }
    }
    order.arrange();
    return order.ordered;
  }

  private void arrange() {
    while (!pending.isEmpty()) {
      ElementName next =
          pending.keySet().stream()
              .filter(element -> holder(element).isEmpty())
              .findFirst()
              .orElseGet(() -> pending.keySet().iterator().next());
      holder(next)
          .ifPresentOrElse(
              this::displace, () -> rename(next, Objects.requireNonNull(pending.remove(next))));
    }
  }

  private void rename(ElementName element, String name) {
    Operation operation = RenameOperations.of(new Rename(element, name));
    ordered.add(operation);
    current = operation.applyTo(current);
  }

  private void displace(ElementName holder) {
    String free = FreeName.like(holder.part().orElseThrow(), before, current, target);
    String wanted = pending.remove(holder);
    rename(holder, free);
    if (wanted != null) {
      pending.put(holder.withName(free), wanted);
    }
  }

  /** What has the new name of an element now, and does not keep it. */
  private Optional<ElementName> holder(ElementName element) {
    String wanted = pending.getOrDefault(element, "");
    return current.tables().stream()
        .flatMap(table -> named(table, wanted))
        .filter(other -> !other.equals(element))
        .filter(other -> !target.has(other))
        .findFirst();
  }

  private static Stream<ElementName> named(Table table, String name) {
    return Stream.concat(
        table.findConstraint(name).stream()
            .map(constraint -> ElementName.constraint(table.name(), name)),
        table.findIndex(name).stream().map(index -> ElementName.index(table.name(), name)));
  }
}
