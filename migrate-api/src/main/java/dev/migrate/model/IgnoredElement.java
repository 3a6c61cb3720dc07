package dev.migrate.model;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.schema.ElementName;

/**
 * An element in which model and revisions may differ.
 *
 * @param element the name of an object, or of a part of a table after a dot
 * @param reason why that is right
 */
public record IgnoredElement(String element, String reason) {

  /**
   * Checks both.
   *
   * @throws DefinitionException if one of them is blank
   */
  public IgnoredElement {
    if (Arguments.requireGiven(element, "the name of the element").isBlank()) {
      throw new DefinitionException(
          "the name of an element to ignore is blank", "write it as account or account.email");
    }
    if (Arguments.requireGiven(reason, "the reason").isBlank()) {
      throw new DefinitionException(
          "there is no reason to ignore " + element, "state why model and revisions may differ");
    }
  }

  /** Whether this names an element, or the table that it belongs to. */
  public boolean covers(ElementName name) {
    String object = name.object().toString();
    return element.equals(object)
        || name.part().map(part -> element.equals(object + "." + part)).orElse(false);
  }

  @Override
  public String toString() {
    return element + " (" + reason + ")";
  }
}
