package dev.migrate.generate;

import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names of constraints and indexes that another table takes. Many databases have one space for them
 * in a schema, so they are free before the other table gets them.
 */
final class DisplacedNames {

  private final Transition transition;
  private final Map<String, Set<QualifiedName>> owners = new HashMap<>();

  private DisplacedNames(Transition transition) {
    this.transition = transition;
    for (Table table : transition.target().tables()) {
      FreeName.names(table)
          .forEach(name -> owners.computeIfAbsent(name, n -> new HashSet<>()).add(table.name()));
    }
  }

  static void free(Transition transition) {
    DisplacedNames names = new DisplacedNames(transition);
    transition.current().tables().forEach(names::free);
  }

  private void free(Table table) {
    FreeName.names(table)
        .filter(name -> isTakenElsewhere(table.name(), name))
        .toList()
        .forEach(name -> free(table.name(), name));
  }

  /** Whether another table has the name in the target, and this one has it no longer. */
  private boolean isTakenElsewhere(QualifiedName table, String name) {
    Set<QualifiedName> tables = owners.getOrDefault(name, Set.of());
    return !tables.isEmpty() && !tables.contains(table);
  }

  /** Only foreign keys are dropped: nothing stands on them, and not every database renames them. */
  private void free(QualifiedName table, String name) {
    Table now = transition.now(table);
    if (now.findIndex(name).isPresent()) {
      transition.add(
          new RenameIndex(
              table, name, FreeName.like(name, transition.current(), transition.target())));
    } else if (now.constraint(name) instanceof ForeignKey) {
      transition.add(new DropConstraint(table, name));
    } else {
      transition.add(
          new RenameConstraint(
              table, name, FreeName.like(name, transition.current(), transition.target())));
    }
  }
}
