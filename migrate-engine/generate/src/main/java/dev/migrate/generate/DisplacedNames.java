package dev.migrate.generate;

import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of constraints and indexes that another table takes. Many databases have one space for them
 * in a schema, so they are free before the other table gets them.
 */
final class DisplacedNames {

  private DisplacedNames() {}

  static void free(Transition transition) {
    for (Table table : transition.current().tables()) {
      List<String> displaced =
          names(table)
              .filter(name -> isTakenElsewhere(transition, table.name(), name))
              .filter(name -> !stays(transition, table.name(), name))
              .toList();
      displaced.forEach(name -> free(transition, table.name(), name));
    }
  }

  private static Stream<String> names(Table table) {
    return Stream.concat(
        table.indexes().stream().map(Index::requiredName),
        table.constraints().stream().map(constraint -> constraint.requiredName()));
  }

  private static boolean isTakenElsewhere(Transition transition, QualifiedName table, String name) {
    return transition.target().tables().stream()
        .filter(other -> !other.name().equals(table))
        .anyMatch(other -> names(other).anyMatch(name::equals));
  }

  private static boolean stays(Transition transition, QualifiedName table, String name) {
    Optional<Table> after = transition.target().findTable(table);
    return after.filter(other -> names(other).anyMatch(name::equals)).isPresent();
  }

  /** Only foreign keys are dropped: nothing stands on them, and not every database renames them. */
  private static void free(Transition transition, QualifiedName table, String name) {
    Table now = transition.now(table);
    if (now.findIndex(name).isPresent()) {
      transition.add(new RenameIndex(table, name, another(transition, name)));
    } else if (now.constraint(name) instanceof ForeignKey) {
      transition.add(new DropConstraint(table, name));
    } else {
      transition.add(new RenameConstraint(table, name, another(transition, name)));
    }
  }

  private static String another(Transition transition, String name) {
    Set<String> taken =
        Stream.of(transition.current(), transition.target())
            .flatMap(schema -> schema.tables().stream())
            .flatMap(DisplacedNames::names)
            .collect(Collectors.toSet());
    return Stream.iterate(1, number -> number + 1)
        .map(number -> name + "_old" + (number == 1 ? "" : number))
        .filter(other -> !taken.contains(other))
        .findFirst()
        .orElseThrow();
  }
}
