package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import java.util.Locale;

/**
 * An object of a database that the schema does not model, such as a function, a trigger or an
 * extension. Two are the same if their kinds and names are, whatever their case.
 *
 * @param kind what it is, in the database's own word: {@code function}
 * @param name its name as the statement writes it; with its arguments where these are part of it
 */
public record ObjectReference(String kind, String name) {

  /**
   * Checks the kind and the name.
   *
   * @throws DefinitionException if one of them is blank
   */
  public ObjectReference {
    kind = required("kind", kind);
    name = required("name", name);
  }

  private static String required(String what, String text) {
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "the " + what + " of an object is blank or has a NUL character",
          "write such as .creates(\"function\", \"total\")");
    }
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The cell of everything that creates, drops or uses it. */
  Cell cell() {
    return Cell.unmodelled(toString().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
