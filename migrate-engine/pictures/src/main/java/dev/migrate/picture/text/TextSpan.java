package dev.migrate.picture.text;

import java.util.Objects;

/**
 * A piece of a line that means one thing, so that a caller can colour it. Immutable.
 *
 * @param text the text, without control characters
 */
public record TextSpan(Role role, String text) {

  /** What a piece of text means. */
  public enum Role {
    /** The lines of the graph, and space. */
    LINE,
    /** An applied revision. */
    APPLIED,
    /** A revision that is not applied, or whose state is not known. */
    PENDING,
    /** A revision that has begun and not ended. */
    UNFINISHED,
    /** A label. */
    LABEL,
    /** That a revision is a head. */
    HEAD,
    /** What a revision is for. */
    MESSAGE,
    /** What a reader should look at: a conflict, or a revision that is unknown or missing. */
    WARNING,
    /** A remark about the picture. */
    NOTE
  }

  /** Checks for null. */
  public TextSpan {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(text, "text");
  }
}
