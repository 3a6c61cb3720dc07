package dev.migrate.operation;

import dev.migrate.schema.ElementName;
import java.util.Objects;

/**
 * What an operation does to one element of the schema, or to the rows of a table. Immutable.
 *
 * @param kind what is done
 * @param element the element's name before; of rows, their table
 * @param after the element's name afterwards, which differs only where it is renamed
 */
public record ElementChange(Kind kind, ElementName element, ElementName after) {

  /** What can be done to an element. */
  public enum Kind {
    /** The element comes into being, with all of its parts. */
    CREATED,
    /** Attributes of the element change: a type, a comment, labels, an owner, validity. */
    ALTERED,
    /** The element gets another name; what belongs to it follows. */
    RENAMED,
    /** The element goes, with all of its parts. */
    DROPPED,
    /** A table gets rows. */
    ROWS_INSERTED,
    /** Values in the rows of a table change. */
    ROWS_UPDATED,
    /** Rows of a table go. */
    ROWS_DELETED;

    /**
     * Whether it is done to rows, and the schema stays as it is.
     *
     * @return true for rows that are inserted, updated or deleted
     */
    public boolean isOfRows() {
      return switch (this) {
        case CREATED, ALTERED, RENAMED, DROPPED -> false;
        case ROWS_INSERTED, ROWS_UPDATED, ROWS_DELETED -> true;
      };
    }
  }

  /** Checks that the name changes only where the element is renamed. */
  public ElementChange {
    Objects.requireNonNull(kind, "kind");
    if (kind != Kind.RENAMED && !element.equals(after)) {
      throw new IllegalArgumentException(element + " is " + kind + " and becomes " + after);
    }
  }

  static ElementChange of(Kind kind, ElementName element) {
    return new ElementChange(kind, element, element);
  }

  static ElementChange renamed(ElementName element, String newName) {
    return new ElementChange(Kind.RENAMED, element, element.withName(newName));
  }

  /**
   * Whether this is done to an element of a kind.
   *
   * @param done what is done
   * @return whether both are as given
   */
  public boolean is(Kind done, ElementName.Kind of) {
    return kind == done && element.kind() == of;
  }
}
