package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules for names of objects that hold on every database. */
final class Names {

  /**
   * The maximum length of a generated name in bytes (UTF-8): what PostgreSQL keeps of an identifier
   * (NAMEDATALEN - 1), the shortest limit of the supported databases, so that generated names are
   * the same everywhere.
   */
  private static final int GENERATED_BYTES = 63;

  private Names() {}

  static String require(String what, String name) {
    if (name == null) {
      return Arguments.requireGiven(name, "the name of a " + what);
    }
    if (name.isEmpty()) {
      throw new DefinitionException("the name of a " + what + " is empty", "give it a name");
    }
    if (name.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "the name of a " + what + " contains a NUL character", "remove the NUL character");
    }
    return Arguments.hasWholeCharacters(name)
        ? name
        : Arguments.requireWholeCharacters(name, "the name of a " + what);
  }

  /** An optional argument, checked for null. */
  static <T> Optional<T> given(String what, T value) {
    return Optional.of(Arguments.requireGiven(value, what));
  }

  static List<String> listed(String[] columns) {
    for (String column : columns) {
      require("column", column);
    }
    return List.of(columns);
  }

  static List<String> listed(String first, String... more) {
    List<String> all = new ArrayList<>(List.of(require("column", first)));
    all.addAll(listed(more));
    return all;
  }

  static List<String> requireIncluded(String what, List<String> columns) {
    return columns.isEmpty()
        ? List.of()
        : requireColumns("the included columns of " + what, columns);
  }

  static List<String> requireColumns(String what, List<String> columns) {
    if (columns.isEmpty()) {
      throw new DefinitionException(what + " names no column", "name at least one");
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(require("column", column))) {
        throw new DefinitionException(
            what + " names the column " + column + " twice", "name it once");
      }
    }
    return List.copyOf(columns);
  }

  /** A name such as {@code uq_account_login}, shortened with a hash if it would be too long. */
  static String generate(String prefix, String table, List<String> parts) {
    StringBuilder text = new StringBuilder(prefix).append('_').append(table);
    parts.forEach(part -> text.append('_').append(part));
    String name = text.toString();
    if (name.getBytes(StandardCharsets.UTF_8).length <= GENERATED_BYTES) {
      return name;
    }
    String hash = "_" + hash(name);
    int kept = name.length();
    while (name.substring(0, kept).getBytes(StandardCharsets.UTF_8).length
            > GENERATED_BYTES - hash.length()
        || Character.isHighSurrogate(name.charAt(kept - 1))) {
      kept--;
    }
    return name.substring(0, kept) + hash;
  }

  /** Eight hexadecimal digits that stand for a text: FNV-1a, 32 bits. */
  static String hash(String text) {
    int hash = 0x811c9dc5;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return String.format(Locale.ROOT, "%08x", hash);
  }
}
