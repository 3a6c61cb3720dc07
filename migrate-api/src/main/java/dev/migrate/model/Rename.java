package dev.migrate.model;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.schema.ElementName;
import java.util.Objects;

/**
 * A decision that an element is not dropped and another created, but renamed.
 *
 * @param from the element under its former name
 * @param to its new name, without that of its table or schema
 */
public record Rename(ElementName from, String to) {

  /**
   * Checks the new name.
   *
   * @throws DefinitionException if it is empty
   */
  public Rename {
    Objects.requireNonNull(from, "from");
    if (Arguments.requireGiven(to, "the new name").isEmpty()) {
      throw new DefinitionException("the new name of " + from + " is empty", "give it a name");
    }
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
