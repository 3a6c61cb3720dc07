package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for names of objects that hold on every database. */
final class NameRules {

  private NameRules() {}

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
    if (columns.size() == 1) {
      return List.of(require("column", columns.get(0)));
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
}
