package dev.migrate;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a revision: any readable text, such as {@code 4f1c09d2ab7e} or {@code
 * 002_add_email}. Immutable and thread-safe; ordered by its text.
 *
 * <p>An id has 1 to {@value #MAXIMUM_LENGTH} characters, none of them white space, a control
 * character, or one of {@code @ : + -}, which have a meaning in targets such as {@code label@head}
 * or {@code 4f1c+2}. The words {@code head}, {@code heads}, {@code base} and {@code current} are
 * reserved.
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

  /** The most characters that an id can have. */
  public static final int MAXIMUM_LENGTH = 64;

  private static final String TARGET_CHARACTERS = "@:+-";
  private static final Set<String> SYMBOLS = Set.of("head", "heads", "base", "current");

  /**
   * Checks the text.
   *
   * @throws DefinitionException if the text is empty, too long, a reserved word, or contains a
   *     character that is not allowed or an unpaired surrogate
   */
  public RevisionId {
    requireValid("revision id", value);
  }

  static void requireValid(String what, String value) {
    if (isUsual(value)) {
      return; // every start asks for every id several times
    }
    Arguments.requireGiven(value, "a " + what);
    if (value.isEmpty()) {
      throw new DefinitionException(
          "a " + what + " is empty", "give it a readable text, such as 002_add_email");
    }
    if (value.length() > MAXIMUM_LENGTH) {
      throw new DefinitionException(
          "the " + what + " \"" + value + "\" has " + value.length() + " characters",
          "shorten it to at most " + MAXIMUM_LENGTH);
    }
    if (hasRefused(value)) {
      throw new DefinitionException(
          "the "
              + what
              + " \""
              + value
              + "\" contains a character that is not allowed in ids and labels",
          "write \""
              + proposal(value)
              + "\"; white space, control characters and @ : + - are not allowed");
    }
    Arguments.requireWholeCharacters(value, "the " + what);
    if (SYMBOLS.contains(value.toLowerCase(Locale.ROOT))) {
      throw new DefinitionException(
          "the " + what + " \"" + value + "\" is a reserved word of targets",
          "choose a name other than head, heads, base and current");
    }
  }

  /** Whether it has only letters, digits, {@code _} and {@code .}, and not letters alone. */
  private static boolean isUsual(@Nullable String value) {
    if (value == null || value.length() > MAXIMUM_LENGTH) {
      return false;
    }
    boolean hasLettersOnly = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c >= '0' && c <= '9') || c == '_' || c == '.') {
        hasLettersOnly = false;
      } else if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return !hasLettersOnly;
  }

  private static boolean hasRefused(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (isRefused(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRefused(int character) {
    return TARGET_CHARACTERS.indexOf(character) >= 0
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  private static String proposal(String value) {
    StringBuilder text = new StringBuilder();
    value.chars().forEach(c -> text.append(isRefused(c) ? '_' : (char) c));
    return text.toString();
  }

  /**
   * An id with this text.
   *
   * @throws DefinitionException if the text is empty, too long, a reserved word, or contains a
   *     character that is not allowed
   */
  public static RevisionId of(String value) {
    return new RevisionId(value);
  }

  /**
   * The id as messages show it: with the name of the revision's class, unless that is the same.
   *
   * @param name the name of the class, or the id where the revision has no class of its own
   * @return such as {@code 002_add_email (AddEmail)}
   */
  public String titled(String name) {
    return name.equals(value) ? value : value + " (" + name + ")";
  }

  /** As the record would have it, but the generated method makes a start slower. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RevisionId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(RevisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
