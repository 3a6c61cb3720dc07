package dev.migrate.sql;

import java.util.Optional;

/**
 * A piece of SQL that is not taken apart further. White space and comments are not tokens.
 *
 * @param kind what it is
 * @param text as it stands in the SQL
 * @param start where it begins there
 * @param value what is meant: a name or string without its quotes, anything else as it stands;
 *     empty where only a database can know
 */
record Token(Kind kind, String text, int start, Optional<String> value) {

  enum Kind {
    /** A bare name or a keyword. */
    WORD,
    /** A quoted name. */
    NAME,
    /** A string. */
    STRING,
    /** A number, or bytes. */
    NUMBER,
    /** Everything else: operators, parentheses, commas. */
    SYMBOL,
    /** Code that only some databases read, such as a comment that MySQL runs. */
    OPAQUE
  }

  int end() {
    return start + text.length();
  }

  /** Whether it is this keyword or symbol. */
  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
