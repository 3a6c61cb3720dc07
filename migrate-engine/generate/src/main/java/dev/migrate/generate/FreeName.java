package dev.migrate.generate;

import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name for a constraint or an index that has to give its own to another one. */
final class FreeName {

  private FreeName() {}

  /** A name like this one that no constraint or index has in any of these schemas. */
  static String like(String name, Schema... schemas) {
    Set<String> taken =
        Stream.of(schemas)
            .flatMap(schema -> schema.tables().stream())
            .flatMap(FreeName::names)
            .collect(Collectors.toSet());
    return Stream.iterate(1, number -> number + 1)
        .map(number -> name + "_old" + (number == 1 ? "" : number))
        .filter(other -> !taken.contains(other))
        .findFirst()
        .orElseThrow();
  }

  /** The names of the constraints and indexes of a table. */
  static Stream<String> names(Table table) {
    return Stream.concat(
        table.indexes().stream().map(Index::requiredName),
        table.constraints().stream().map(constraint -> constraint.requiredName()));
  }
}
