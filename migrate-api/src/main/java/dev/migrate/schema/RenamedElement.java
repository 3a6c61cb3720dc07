package dev.migrate.schema;

import dev.migrate.error.Arguments;
import java.util.Objects;

/**
 * A column, constraint or index of a model that had another name before. Revisions have no use for
 * it, so it cannot be an argument of {@code createTable}.
 *
 * @param element the element under its present name
 * @param formerName the name under which the revisions may still know it
 */
public record RenamedElement(TableElement element, String formerName) implements ModelElement {

  /**
   * Checks the names.
   *
   * @throws dev.migrate.error.DefinitionException if the former name is empty
   * @throws IllegalArgumentException if the element has no name
   */
  public RenamedElement {
    Objects.requireNonNull(element, "element");
    NameRules.require(kind(element), Arguments.requireGiven(formerName, "the former name"));
  }

  private static String kind(TableElement element) {
    if (element instanceof Column) {
      return "column";
    } else if (element instanceof Constraint) {
      return "constraint";
    } else if (element instanceof Index) {
      return "index";
    }
    throw new IllegalArgumentException(element + " has no name");
  }

  /** The present name of the element in a table. */
  ElementName nameIn(QualifiedName table) {
    if (element instanceof Column column) {
      return ElementName.column(table, column.name());
    } else if (element instanceof Constraint constraint) {
      return ElementName.constraint(table, constraint.namedIn(table).requiredName());
    }
    return ElementName.index(table, ((Index) element).namedIn(table).requiredName());
  }
}
