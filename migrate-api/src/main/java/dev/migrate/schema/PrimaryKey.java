package dev.migrate.schema;

import java.util.List;
import java.util.Optional;

/**
 * The columns by which a row is known. They take no NULL.
 *
 * @param name its name
 * @param columns the columns in order
 */
public record PrimaryKey(Optional<String> name, List<String> columns) implements Constraint {

  /** Checks and copies: at least one column, none twice. */
  public PrimaryKey {
    name.ifPresent(value -> Names.require("primary key", value));
    columns = Names.requireColumns("a primary key", columns);
  }

  @Override
  public PrimaryKey named(String other) {
    return new PrimaryKey(Names.given("name", other), columns);
  }

  @Override
  public String generatedName(QualifiedName table) {
    return Names.generate("pk", table.name(), List.of());
  }

  @Override
  public PrimaryKey renamingColumn(String from, String to) {
    return new PrimaryKey(name, Constraint.renamed(columns, from, to));
  }

  @Override
  public String toString() {
    return name.map(n -> n + " ").orElse("") + "primary key (" + String.join(", ", columns) + ")";
  }
}
