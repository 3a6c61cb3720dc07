package dev.migrate.engine.graph;

import dev.migrate.RevisionId;
import dev.migrate.error.Arguments;
import dev.migrate.report.TargetException;
import java.util.Optional;
import java.util.Set;

/**
 * A target as written: its form is checked, but its meaning is determined by {@link Targets}.
 * Immutable and thread-safe; prints as written.
 *
 * <pre>{@code
 * target := [scope '@'] point | [scope '@'] [point] ('+' | '-') N
 * point  := id | start of an id | label | head | heads | base | current
 * scope  := label | id | start of an id
 * }</pre>
 */
public final class Target {

  static final String HEAD = "head";
  static final String HEADS = "heads";
  public static final String BASE = "base";
  static final String CURRENT = "current";

  private static final Set<String> SYMBOLS = Set.of(HEAD, HEADS, BASE, CURRENT);
  private static final int MOST_DIGITS = 9;

  private final String text;
  private final Optional<String> scope;
  private final String point;
  private final int steps;

  private Target(String text, Optional<String> scope, String point, int steps) {
    this.text = text;
    this.scope = scope;
    this.point = point;
    this.steps = steps;
  }

  /**
   * Reads a target.
   *
   * @throws TargetException if the text is malformed
   */
  public static Target parse(String text) {
    requireCharacters(Arguments.requireGiven(text, "a target"));
    int at = text.indexOf('@');
    if (at != text.lastIndexOf('@')) {
      throw TargetErrors.malformed(text, "has several @");
    }
    Optional<String> scope = at < 0 ? Optional.empty() : Optional.of(text.substring(0, at));
    if (scope.isPresent()) {
      requireScope(text, scope.get());
    }
    String rest = text.substring(at + 1);
    if (rest.isEmpty()) {
      throw TargetErrors.malformed(text, "has nothing after the @");
    }
    int sign = firstSign(rest);
    if (sign < 0) {
      return new Target(text, scope, rest, 0);
    }
    String point = sign == 0 ? CURRENT : rest.substring(0, sign);
    return new Target(text, scope, point, steps(text, rest.substring(sign)));
  }

  /** The target that names a revision. */
  public static Target of(RevisionId id) {
    Arguments.requireGiven(id, "a revision id");
    return new Target(id.value(), Optional.empty(), id.value(), 0);
  }

  /** The label or id in front of the {@code @}. */
  Optional<String> scope() {
    return scope;
  }

  /** A symbol or a name; {@value #CURRENT} if the text has only steps. */
  String point() {
    return point;
  }

  /** The number of steps up, or down if negative; 0 if the text has none. */
  int steps() {
    return steps;
  }

  /** Whether the steps start from the current or the empty state, and not from a revision. */
  boolean isFromState() {
    return point.equals(CURRENT) || point.equals(BASE);
  }

  /** Whether it means nothing without a database: what is applied, or steps from there. */
  public boolean isFromCurrent() {
    return point.equals(CURRENT);
  }

  /** A copy in the line of another revision. */
  Target in(String otherScope) {
    String rest = text.substring(text.indexOf('@') + 1);
    return new Target(otherScope + "@" + rest, Optional.of(otherScope), point, steps);
  }

  /** A copy with another number of steps. */
  Target by(int otherSteps) {
    String front = text.substring(0, firstSign(text));
    String rest = (otherSteps > 0 ? "+" : "") + otherSteps;
    return new Target(front + rest, scope, point, otherSteps);
  }

  private static void requireCharacters(String text) {
    if (text.isBlank()) {
      throw TargetErrors.malformed(text, "is blank");
    }
    for (int i = 0; i < text.length(); i++) {
      if (isBlankOrControl(text.charAt(i))) {
        throw TargetErrors.malformed(text, "has white space or a control character");
      }
    }
    if (text.indexOf(':') >= 0) {
      throw TargetErrors.rangeWhereTargetIsDue(text);
    }
  }

  private static boolean isBlankOrControl(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  private static void requireScope(String text, String name) {
    if (name.isEmpty()) {
      throw TargetErrors.malformed(text, "has nothing in front of the @");
    }
    if (firstSign(name) >= 0) {
      throw TargetErrors.malformed(text, "has steps in front of the @; they come last");
    }
    if (SYMBOLS.contains(name)) {
      throw TargetErrors.malformed(
          text, "has " + name + " in front of the @, not a label or an id");
    }
  }

  private static int firstSign(String text) {
    int plus = text.indexOf('+');
    int minus = text.indexOf('-');
    return plus < 0 || minus < 0 ? Math.max(plus, minus) : Math.min(plus, minus);
  }

  private static int steps(String text, String signed) {
    char sign = signed.charAt(0);
    String digits = signed.substring(1);
    if (digits.isEmpty()) {
      throw TargetErrors.malformed(text, "has no number after the " + sign);
    }
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      String problem =
          "has \"" + digits + "\" after the " + sign + ", which is not a number of steps";
      throw TargetErrors.malformed(text, problem + "; ids and labels have no " + sign);
    }
    String number = digits.replaceFirst("^0+", "");
    if (number.isEmpty()) {
      throw TargetErrors.malformed(text, "has no step; the minimum is 1");
    }
    if (number.length() > MOST_DIGITS) {
      throw TargetErrors.malformed(text, "has more steps than any graph");
    }
    int steps = Integer.parseInt(number);
    return sign == '+' ? steps : -steps;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Target that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
