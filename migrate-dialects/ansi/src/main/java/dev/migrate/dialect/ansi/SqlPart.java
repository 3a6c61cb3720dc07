package dev.migrate.dialect.ansi;

import java.util.Objects;

/**
 * A part of a piece of SQL. Immutable.
 *
 * @param kind what it is
 * @param text as it stands in the SQL, with its quotes or comment marks
 * @param isClosed whether its last quote or comment mark is there
 */
public record SqlPart(Kind kind, String text, boolean isClosed) {

  /** What a part is. */
  public enum Kind {
    /** Everything outside of quotes and comments. */
    CODE,
    /** Text in quotes. */
    TEXT,
    /** Text between dollar signs. */
    DOLLAR_TEXT,
    /** A quoted name. */
    NAME,
    /** A comment up to the end of the line, without what ends the line. */
    LINE_COMMENT,
    /** A comment that may have several lines. */
    BLOCK_COMMENT
  }

  /** Checks that all is there. */
  public SqlPart {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
