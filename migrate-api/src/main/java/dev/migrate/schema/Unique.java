package dev.migrate.schema;

import java.util.List;
import java.util.Optional;

/**
 * Columns whose values together occur once.
 *
 * @param name its name
 * @param columns the columns in order
 */
public record Unique(Optional<String> name, List<String> columns) implements Constraint {

  /** Checks and copies: at least one column, none twice. */
  public Unique {
    name.ifPresent(value -> Names.require("unique constraint", value));
    columns = Names.requireColumns("a unique constraint", columns);
  }

  @Override
  public Unique named(String other) {
    return new Unique(Names.given("name", other), columns);
  }

  @Override
  public String generatedName(QualifiedName table) {
    return Names.generate("uq", table.name(), columns);
  }

  @Override
  public Unique renamingColumn(String from, String to) {
    return new Unique(name, Constraint.renamed(columns, from, to));
  }

  @Override
  public String toString() {
    return name.map(n -> n + " ").orElse("") + "unique (" + String.join(", ", columns) + ")";
  }
}
