package dev.migrate.dialect.ansi;

import dev.migrate.dialect.Capabilities;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes names into statements; the only way by which a name gets there. Immutable and thread-safe.
 *
 * @param capabilities the database, with its limit on the length of names
 * @param reserved the words, in lower case, that the database does not take as bare names
 * @param quote what a quoted name stands between, and what is doubled inside of it
 * @param possible what a name has to match, even in quotes
 * @param schema the schema that is written before names without a namespace; usually none is
 */
public record AnsiNames(
    Capabilities capabilities,
    Set<String> reserved,
    char quote,
    Pattern possible,
    Optional<String> schema) {

  /** How many bytes of UTF-8 a {@code char} takes at most. */
  private static final int MOST_BYTES = 3;

  private static final Pattern ANY = Pattern.compile("(?s).*");

  /** Copies. */
  public AnsiNames {
    reserved = Set.copyOf(reserved);
  }

  /**
   * Names without a schema of their own.
   *
   * @param capabilities the database, with its limit on the length of names
   * @param reserved the words, in lower case, that the database does not take as bare names
   * @param quote what a quoted name stands between, and what is doubled inside of it
   * @param possible what a name has to match, even in quotes
   */
  public AnsiNames(Capabilities capabilities, Set<String> reserved, char quote, Pattern possible) {
    this(capabilities, reserved, quote, possible, Optional.empty());
  }

  /**
   * Names that can have any character in quotes.
   *
   * @param capabilities the database, with its limit on the length of names
   * @param reserved the words, in lower case, that the database does not take as bare names
   * @param quote what a quoted name stands between, and what is doubled inside of it
   */
  public AnsiNames(Capabilities capabilities, Set<String> reserved, char quote) {
    this(capabilities, reserved, quote, ANY);
  }

  /**
   * The same names, with a schema before those that have no namespace.
   *
   * @param name the schema; empty for none
   */
  public AnsiNames in(Optional<String> name) {
    return new AnsiNames(capabilities, reserved, quote, possible, name);
  }

  /**
   * Whether a name is written without quotes, so that it follows the database's own case:
   * lower-case letters, digits and {@code _}, no digit first, not reserved.
   *
   * @return whether it is bare
   */
  public boolean isBare(String name) {
    return isPlain(name) && !reserved.contains(name);
  }

  /** Whether a name is bare where it is not reserved. */
  static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      if ((c < 'a' || c > 'z') && c != '_' && (!isDigit || i == 0)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /**
   * A name as it stands in a statement.
   *
   * @return the name itself if it is bare; otherwise quoted, with every quote in it doubled
   * @throws UnsupportedByDialectException if the name is too long for the database, or not possible
   */
  public String name(String name) {
    requireLength(name);
    if (possible != ANY && !possible.matcher(name).matches()) {
      throw new UnsupportedByDialectException(
          "the name \"" + name + "\"",
          capabilities.database(),
          "choose a name of letters, digits and _; others are possible, but not all");
    }
    return isBare(name) ? name : quote + name.replace("" + quote, "" + quote + quote) + quote;
  }

  /**
   * A qualified name as it stands in a statement.
   *
   * @return its parts, each as {@link #name(String)} writes it
   * @throws UnsupportedByDialectException if a part is too long for the database
   */
  public String name(QualifiedName name) {
    String before = name.namespace().or(() -> schema).map(part -> name(part) + ".").orElse("");
    return before + name(name.name());
  }

  /**
   * Names in parentheses.
   *
   * @return such as {@code (id, "Name")}
   * @throws UnsupportedByDialectException if a name is too long for the database
   */
  public String list(List<String> names) {
    return "(" + String.join(", ", names.stream().map(this::name).toList()) + ")";
  }

  private void requireLength(String name) {
    if (name.length() * MOST_BYTES <= capabilities.nameLength()) {
      return;
    }
    boolean bytes = capabilities.nameLengthInBytes();
    int length =
        bytes
            ? name.getBytes(StandardCharsets.UTF_8).length
            : name.codePointCount(0, name.length());
    if (length > capabilities.nameLength()) {
      String unit = bytes ? " bytes" : " characters";
      throw new UnsupportedByDialectException(
          "the name " + name + " of " + length + unit,
          capabilities.database(),
          "choose a name of at most " + capabilities.nameLength() + unit);
    }
  }
}
