package dev.migrate.engine.graph;

import dev.migrate.error.Arguments;
import dev.migrate.report.TargetException;

/**
 * A range of targets, such as {@code base:heads}. A missing left end means {@code base}, a missing
 * right end {@code heads}; a single target {@code x} is {@code base:x}. Immutable and thread-safe;
 * prints as written.
 */
public record TargetRange(String text, Target from, Target to) {

  /**
   * Reads a range.
   *
   * @throws TargetException if it has several colons, or an end is malformed
   */
  public static TargetRange parse(String text) {
    int colon = Arguments.requireGiven(text, "a range").indexOf(':');
    if (colon != text.lastIndexOf(':')) {
      throw TargetErrors.malformed(text, "has several colons");
    }
    if (colon < 0) {
      return new TargetRange(text, Target.parse(Target.BASE), Target.parse(text));
    }
    return new TargetRange(
        text,
        Target.parse(colon == 0 ? Target.BASE : text.substring(0, colon)),
        Target.parse(colon == text.length() - 1 ? Target.HEADS : text.substring(colon + 1)));
  }

  /**
   * Refuses a range that starts at what is applied, where no database says what that is.
   *
   * @throws TargetException if it does
   */
  public void requireStart() {
    if (from.isFromCurrent()) {
      throw TargetErrors.noState(this);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
