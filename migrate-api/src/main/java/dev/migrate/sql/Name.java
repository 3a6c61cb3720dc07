package dev.migrate.sql;

import java.util.List;

/**
 * A name as it stands in a text, with all its parts.
 *
 * @param parts its parts, without the dots between them
 * @param place what it is the name of, as far as its place shows
 * @param first the index of its first token among all tokens
 * @param last the index of its last one
 */
record Name(List<Token> parts, Place place, int first, int last) {

  enum Place {
    /** A value: a column, possibly of a table. */
    VALUE,
    /** All columns of a table: {@code t.*}. */
    ROW,
    /** A type. */
    TYPE,
    /** A function. */
    FUNCTION,
    /** A sequence. */
    SEQUENCE,
    /** Something that is not a name of an object: a unit of time, an argument, an alias. */
    NONE,
    /** A collation or character set. */
    COLLATION,
    /** Nothing that is certain. */
    UNCLEAR
  }

  Token part(int index) {
    return parts.get(index);
  }

  Token ownPart() {
    return parts.get(parts.size() - 1);
  }

  int size() {
    return parts.size();
  }
}
