package dev.migrate.schema;

import dev.migrate.error.Arguments;
import java.util.Objects;

/**
 * A column of a model that had another name before. Revisions have no use for it, so it cannot be
 * an argument of {@code createTable}.
 *
 * @param column the column under its present name
 * @param formerName the name under which the revisions may still know it
 */
public record RenamedColumn(Column column, String formerName) implements ModelElement {

  /**
   * Checks the names.
   *
   * @throws dev.migrate.error.DefinitionException if the former name is empty
   */
  public RenamedColumn {
    Objects.requireNonNull(column, "column");
    NameRules.require("column", Arguments.requireGiven(formerName, "the former name"));
  }
}
