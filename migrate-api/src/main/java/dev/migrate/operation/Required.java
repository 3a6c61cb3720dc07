package dev.migrate.operation;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;

/** What an operation cannot do without. */
final class Required {

  private Required() {}

  static void name(String what, String name) {
    Arguments.requireGiven(name, "the name of a " + what);
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "the name of a " + what + " is empty or has a NUL character", "give it a name");
    }
    Arguments.requireWholeCharacters(name, "the name of a " + what);
  }

  static void label(String label) {
    Arguments.requireGiven(label, "a label of an enum type");
    if (label.isEmpty() || label.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "a label of an enum type is empty or has a NUL character", "give it a text");
    }
    Arguments.requireWholeCharacters(label, "a label of an enum type");
  }
}
